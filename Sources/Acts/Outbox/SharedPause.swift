import Foundation
import House
import Mail
import NIOConcurrencyHelpers
import Records

/// A pause of the outbox, as all nodes know it. Where there is one program it is in memory alone.
private struct SharedPause: Codable, Equatable, Sendable {
  var kind: String
  var code: Int?
  var reply: String
  var step: String?
  /// When mail was tried last.
  var at: Date
  var tries: Int

  init(_ failure: MailFailure, at: Date, tries: Int) {
    (kind, code, reply, step) = (failure.kind.rawValue, failure.code, failure.reply, failure.step?.rawValue)
    (self.at, self.tries) = (at, tries)
  }

  var failure: MailFailure {
    MailFailure(
      MailFailure.Kind(rawValue: kind) ?? .temporary, code: code, reply: reply, step: step.flatMap(SMTPStep.init))
  }
}

/// The pause that this node has in memory because it is shared.
private final class KnownPause: Sendable {
  let pause = NIOLockedValueBox<SharedPause?>(nil)
}

extension Services {
  private var knownPause: NIOLockedValueBox<SharedPause?> { fixtures.one { KnownPause() }.pause }

  /// - Returns: until when nothing is tried.
  func pauseMail(because failure: MailFailure, at now: Date) async throws -> Date {
    let until = outbox.pause(because: failure, at: now)
    guard node != nil, let tries = outbox.pause?.tries else { return until }
    let shared = SharedPause(failure, at: now, tries: tries)
    knownPause.withLockedValue { $0 = shared }
    let text = String(decoding: try JSONEncoder().encode(shared), as: UTF8.self)
    try await write {
      try MailPauseStore(connection: $0).keep(MailPauseStore.Pause(until: until, tries: tries, failure: text))
    }
    return until
  }

  /// Mail passes again, or a host wants it tried at once.
  package func resumeMail() async throws {
    let wasPaused = outbox.pause != nil
    outbox.resume()
    guard wasPaused, let node else { return }
    knownPause.withLockedValue { $0 = nil }
    try await write { try MailPauseStore(connection: $0).end() }
    node.tell(.outbox)
  }

  /// What other nodes found out about the mail server.
  func hearOfPause() async throws {
    guard node != nil else { return }
    let row = try await read { try MailPauseStore(connection: $0).pause() }
    let shared = row.flatMap { try? JSONDecoder().decode(SharedPause.self, from: Data($0.failure.utf8)) }
    let known = knownPause.withLockedValue { known in
      defer { known = shared }
      return known
    }
    guard shared != known else { return }
    outbox.resume()
    guard let shared else { return }
    for _ in 0..<min(max(shared.tries, 1), 100) { _ = outbox.pause(because: shared.failure, at: shared.at) }
  }
}
