import Foundation
import House
import Mail
import NIOConcurrencyHelpers
import Records

/// The failure behind a pause of the outbox, as one node writes it down for all. Where there is one program it is in
/// memory alone.
private struct SharedFailure: Codable {
  var kind: String
  var code: Int?
  var reply: String
  var step: String?
  /// The time of the last try.
  var at: Date

  init(_ failure: MailFailure, at: Date) {
    (kind, code, reply, step) = (failure.kind.rawValue, failure.code, failure.reply, failure.step?.rawValue)
    self.at = at
  }

  var failure: MailFailure {
    MailFailure(
      MailFailure.Kind(rawValue: kind) ?? .temporary, code: code, reply: reply, step: step.flatMap(SMTPStep.init))
  }
}

extension OutboxStatus.Pause {
  fileprivate init?(_ row: MailPauseStore.Pause) {
    guard let shared = try? JSONDecoder().decode(SharedFailure.self, from: Data(row.failure.utf8)) else { return nil }
    self.init(failure: shared.failure, since: shared.at, until: row.until, tries: row.tries)
  }
}

/// The shared failure that this node has taken note of.
private final class KnownFailure: Sendable {
  let text = NIOLockedValueBox<String?>(nil)
}

extension Services {
  private var knownFailure: NIOLockedValueBox<String?> { fixtures.one { KnownFailure() }.text }

  /// - Returns: the time until which nothing is tried.
  func pauseMail(because failure: MailFailure, at now: Date) async throws -> Date {
    let until = outbox.pause(because: failure, at: now)
    guard node != nil, let tries = outbox.pause?.tries else { return until }
    let text = String(decoding: try JSONEncoder().encode(SharedFailure(failure, at: now)), as: UTF8.self)
    knownFailure.withLockedValue { $0 = text }
    try await write {
      try MailPauseStore(connection: $0).keep(MailPauseStore.Pause(until: until, tries: tries, failure: text))
    }
    return until
  }

  /// Mail passes again, or a host wants it tried at once: at every node.
  package func resumeMail() async throws {
    let wasPaused = outbox.pause != nil
    outbox.resume()
    guard wasPaused, let node else { return }
    knownFailure.withLockedValue { $0 = nil }
    try await write { try MailPauseStore(connection: $0).end() }
    node.tell(.outbox)
  }

  /// Takes over what other nodes have found out about the mail server.
  func hearOfPause() async throws {
    guard node != nil else { return }
    let row = try await read { try MailPauseStore(connection: $0).pause() }
    let before = knownFailure.withLockedValue { known in
      defer { known = row?.failure }
      return known
    }
    if row?.failure != before { outbox.take(row.flatMap(OutboxStatus.Pause.init)) }
  }
}
