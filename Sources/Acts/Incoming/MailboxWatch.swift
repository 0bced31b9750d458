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

  /// Mails are stored some at a time, on the disk before any is deleted, so that an end in between costs nothing: what is brought again is
  /// known by its fingerprint.
  /// - Returns: how many were new.
  package func look(into mailbox: some MailboxReading, _ settings: IMAPSettings) async throws -> Int {
    guard let start = services.settings.mailReplies.map({ $0.prefix { $0 != "@" } + "+" }) else { return 0 }
    let (account, state) = (settings.name, try await mailbox.state())
    var next = try await services.database.read {
      try MailboxMarkStore(connection: $0).first(of: account, validity: state.validity)
    }
    guard next < state.next else {
      try await note(account, state, next - 1)
      return 0
    }
    var count = 0
    while next < state.next {
      // In portions, each of which is known from then on.
      let last = next + min(Self.portion, state.next - next) - 1
      let uids = try await mailbox.search(String(start), in: next...last, since: Self.day(services.now()))
      count += try await take(uids, from: mailbox, settings) { try await note(account, state, $0) }
      try await note(account, state, last)
      next = last + 1
    }
    return count
  }

  /// - Parameter note: records that everything up to a mail is stored.
  /// - Returns: how many were new.
  private func take(
    _ uids: [UInt32], from mailbox: some MailboxReading, _ settings: IMAPSettings, note: (UInt32) async throws -> Void
  ) async throws -> Int {
    var (known, count, hand) = (uids.first.map { $0 - min($0, 1) } ?? 0, 0, [Fetched]())
    for uid in uids {
      do {
        if let data = try await mail(uid, from: mailbox) { hand.append(Fetched(uid: uid, data: data)) }
      } catch {
        // Mails fetched before the failure are kept.
        _ = try await store(hand, in: mailbox, settings)
        try await note(known)
        throw error
      }
      known = uid
      guard hand.count >= Self.batch || hand.reduce(0, { $0 + $1.data.count }) > Self.batchBytes else { continue }
      count += try await store(hand, in: mailbox, settings)
      hand = []
      try await note(known)
    }
    return count + (try await store(hand, in: mailbox, settings))
  }

  /// A mail that is fetched and not stored yet.
  private struct Fetched: Sendable {
    let uid: UInt32
    let data: Data
  }

  /// Nil for a mail that was deleted meanwhile.
  private func mail(_ uid: UInt32, from mailbox: some MailboxReading) async throws -> Data? {
    do { return try await mailbox.mail(uid, most: Services.incomingBytes) } catch {
      if error.kind == .gone { return nil }
      throw error
    }
  }

  private func remove(_ uid: UInt32, from mailbox: some MailboxReading) async throws {
    do { try await mailbox.remove(uid) } catch { if error.kind != .gone { throw error } }
  }

  /// - Returns: how many were new.
  private func store(_ hand: [Fetched], in mailbox: some MailboxReading, _ settings: IMAPSettings) async throws -> Int {
    if hand.isEmpty { return 0 }
    let outcomes = try await services.deliver(hand.map { ($0.data, []) })
    for (mail, outcome) in zip(hand, outcomes) where settings.deletes && outcome != .notOurs {
      try await remove(mail.uid, from: mailbox)
    }
    return outcomes.count { $0 == .stored }
  }

  private func note(_ account: String, _ state: MailboxState, _ uid: UInt32) async throws {
    let now = services.now()
    try await services.database.write {
      try MailboxMarkStore(connection: $0).set(account, validity: state.validity, last: uid, at: now)
    }
  }

  private static let (batch, batchBytes) = (40, 8 << 20)
  /// UIDs asked for at once.
  private static let portion: UInt32 = 1000

  /// Older mail may have been read and its fingerprint forgotten.
  private static func day(_ now: Date) -> String {
    let day = LocalTime(now.addingTimeInterval(-Double(Retention.incomingDays - 2) * 86_400), in: .utc).day
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    return "\(day.day)-\(months[day.month - 1])-\(day.year)"
  }
}
