import Core
import Database
import Formats
import Foundation
import House
import Logging
import Records
import ServiceLifecycle

/// Reads the mail that came in, in small transactions, so that pages are served in between.
package struct MailIntake: Service {
  package let services: Services
  private static let interval = Duration.seconds(2)
  private static let batch = 50
  /// A mail that could not be read this many times is given up. The program may also have been killed meanwhile for reasons of its own,
  /// so it takes more of them than a mail needs that ends it itself: after the first time such a mail comes alone, and is read in a moment.
  static let most = 6

  package init(services: Services) {
    self.services = services
  }

  package func run() async throws {
    guard services.replyAddress != nil else { return try await gracefulShutdown() }
    await services.inRounds(every: Self.interval, "mail that came in") { try await read() }
  }

  /// Reads everything that is waiting.
  /// - Returns: the number of mails.
  @discardableResult
  package func read() async throws -> Int {
    var count = 0
    while !Task.isCancelled {
      let isAny = try await services.database.read { try IncomingStore(connection: $0).isAnyWaiting() }
      guard isAny else { break }
      let mails = try await services.database.write { try IncomingStore(connection: $0).claim(Self.batch) }
      if mails.isEmpty { break }
      try await take(mails)
      count += mails.count
    }
    if count > 0 { services.wakeOutbox() }
    return count
  }

  private func take(_ mails: [IncomingStore.Waiting]) async throws {
    let read = mails.filter { $0.attempts < Self.most }.map { ($0, IncomingMail($0.data)) }
    for mail in mails where mail.attempts >= Self.most { try await giveUp(mail.id) }
    do {
      try await services.database.write { connection in
        for (waiting, mail) in read { try take(waiting, mail, connection) }
      }
    } catch {
      // One of them spoiled the others' transaction, so each is tried separately.
      for (waiting, mail) in read { await takeAlone(waiting, mail) }
    }
  }

  private func takeAlone(_ waiting: IncomingStore.Waiting, _ mail: IncomingMail?) async {
    do {
      try await services.database.write { try take(waiting, mail, $0) }
    } catch {
      services.logger.warning(
        "mail not taken", metadata: ["mail": "\(waiting.id)", "error": "\(error)", "try": "\(waiting.attempts + 1)"])
    }
  }

  private func take(_ waiting: IncomingStore.Waiting, _ mail: IncomingMail?, _ connection: any Connection) throws {
    let store = IncomingStore(connection: connection)
    guard try store.isWaiting(waiting.id) else { return }
    guard let mail, let guest = services.replyAddress?.guest(in: waiting.recipient) else {
      return try store.end(waiting.id, as: .nobodys)
    }
    let isTaken = try IncomingTaking(
      services: services, connection: connection, id: waiting.id, receivedAt: waiting.receivedAt
    ).take(mail, from: guest)
    try store.end(waiting.id, as: isTaken ? .taken : .nobodys)
  }

  private func giveUp(_ id: IncomingMailID) async throws {
    services.logger.error("mail given up: it could not be read", metadata: ["mail": "\(id)", "tries": "\(Self.most)"])
    try await services.database.write { try IncomingStore(connection: $0).end(id, as: .failed) }
  }
}
