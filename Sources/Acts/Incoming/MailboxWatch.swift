import Core
import Foundation
import House
import Logging
import Mail
import Records
import ServiceLifecycle

/// Fetches mail for our guests' addresses from a mailbox, for operators without a mail server of their own that would
/// hand it over.
package struct MailboxWatch: Service {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  package func run() async throws {
    guard let settings = services.settings.imap, services.replyAddress != nil else {
      return try await gracefulShutdown()
    }
    await services.inRounds(every: .seconds(settings.interval), "mailbox") {
      let mailbox = IMAPMailbox(settings)
      try await withGracefulShutdownHandler {
        _ = try await look(into: mailbox, settings)
      } onGracefulShutdown: {
        mailbox.stop()
      }
    }
  }

  /// Each mail is stored before the next is asked for, so that an end in between costs nothing: what is brought again is known by its
  /// fingerprint.
  /// - Returns: how many were new.
  package func look(into mailbox: some MailboxReading, _ settings: IMAPSettings) async throws -> Int {
    guard let start = services.settings.mailReplies.map({ $0.prefix { $0 != "@" } + "+" }) else { return 0 }
    let (account, state) = (settings.name, try await mailbox.state())
    let first = try await services.database.read {
      try MailboxMarkStore(connection: $0).first(of: account, validity: state.validity)
    }
    var (known, count) = (first - 1, 0)
    let found = try await mailbox.search(String(start), from: first, since: Self.day(services.now()))
    for (index, uid) in found.enumerated() {
      count += try await take(uid, from: mailbox, settings) ? 1 : 0
      known = max(known, uid)
      if (index + 1).isMultiple(of: Self.batch) { try await note(account, state, known) }
    }
    try await note(account, state, max(known, state.next - min(state.next, 1)))
    return count
  }

  private func take(_ uid: UInt32, from mailbox: some MailboxReading, _ settings: IMAPSettings) async throws -> Bool {
    do {
      let data = try await mailbox.mail(uid, most: Services.incomingBytes)
      let outcome = try await services.deliver(data, to: [])
      if settings.deletes, outcome != .notOurs { try await mailbox.remove(uid) }
      return outcome == .stored
    } catch let failure as MailboxFailure where failure.kind == .gone {
      return false
    }
  }

  private func note(_ account: String, _ state: MailboxState, _ uid: UInt32) async throws {
    let now = services.now()
    try await services.database.write {
      try MailboxMarkStore(connection: $0).set(account, validity: state.validity, last: uid, at: now)
    }
  }

  private static let batch = 100

  /// Older mail may have been read and its fingerprint forgotten.
  private static func day(_ now: Date) -> String {
    let day = LocalTime(now.addingTimeInterval(-Double(Retention.incomingDays - 2) * 86_400), in: .utc).day
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    return "\(day.day)-\(months[day.month - 1])-\(day.year)"
  }
}
