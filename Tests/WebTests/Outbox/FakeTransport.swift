import Core
import Database
import Foundation
import Mail
import NIOConcurrencyHelpers
import TestKit

@testable import Acts
@testable import Evening
@testable import GuestPages
@testable import HostPages
@testable import House
@testable import Records
@testable import RoomPages
@testable import Site
@testable import Web

/// Remembers what it accepted, and fails on demand.
actor FakeTransport: MailTransport {
  private(set) var accepted: [Envelope] = []
  private var failures: [MailFailure] = []
  private(set) var tries = 0
  /// Addresses that have objected, with the number of mails accepted before.
  private(set) var objections: [String: Int] = [:]

  func note(objection address: String) {
    if objections[address] == nil { objections[address] = accepted.count }
  }

  func fail(with failure: MailFailure, times: Int = 1) {
    failures += Array(repeating: failure, count: times)
  }

  func send(_ envelope: Envelope) async throws(MailFailure) {
    tries += 1
    if !failures.isEmpty { throw failures.removeFirst() }
    accepted.append(envelope)
  }

  func probe() async throws(MailFailure) {}

  func text(to recipient: String) -> String {
    accepted.first { $0.recipient == recipient }.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
  }
}

/// The fate of one try, in a test that lets things go wrong.
enum Fate: CaseIterable {
  case accepted, acceptedThenCrash, crashBefore, refusedForNow, lostAfterTaking, lostBeforeTaking, nobodyThere
}

/// Draws a fate for each mail; a crash makes the database unwritable until the next life of the program.
actor FatefulTransport: MailTransport {
  private(set) var acceptances: [String: Int] = [:]
  /// Attempts after which nobody could know whether the mail was accepted, by Message-ID.
  private(set) var doubts: [String: Int] = [:]
  private var generator: SeededGenerator
  private var database: CrashingDatabase?
  var isHarmless = false

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
  }

  func live(in database: CrashingDatabase, harmless: Bool) {
    self.database = database
    isHarmless = harmless
  }

  func send(_ envelope: Envelope) async throws(MailFailure) {
    // A mail that another drain of the same process would send after the crash is never sent, and never recorded.
    if database?.isDown == true {
      doubts[envelope.messageID, default: 0] += 1
      throw MailFailure(.unreachable, reply: "gone")
    }
    let fate = isHarmless ? .accepted : Fate.allCases.randomElement(using: &generator) ?? .accepted
    let id = envelope.messageID
    await Task.yield()
    switch fate {
    case .accepted:
      acceptances[id, default: 0] += 1
      // The other drain's crash ended the process while this one waited for the server's word.
      if database?.isDown == true { doubts[id, default: 0] += 1 }
    case .acceptedThenCrash:
      acceptances[id, default: 0] += 1
      doubts[id, default: 0] += 1
      database?.crash()
    case .crashBefore:
      doubts[id, default: 0] += 1
      database?.crash()
      throw MailFailure(.unreachable, reply: "gone")
    case .refusedForNow: throw MailFailure(.temporary, code: 451, reply: "451 later")
    case .lostAfterTaking:
      acceptances[id, default: 0] += 1
      doubts[id, default: 0] += 1
      throw MailFailure(.unreachable, reply: "lost", mayHaveBeenTaken: true)
    case .lostBeforeTaking:
      doubts[id, default: 0] += 1
      throw MailFailure(.unreachable, reply: "lost", mayHaveBeenTaken: true)
    case .nobodyThere: throw MailFailure(.unreachable, reply: "refused")
    }
  }

  func probe() async throws(MailFailure) {}
}

/// A database whose process has ended: nothing can be written through it any more.
final class CrashingDatabase: Database {
  private let base: any Database
  private let down = NIOLockedValueBox(false)

  init(_ base: any Database) {
    self.base = base
  }

  var isDown: Bool { down.withLockedValue { $0 } }

  func crash() { down.withLockedValue { $0 = true } }

  func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
    try await base.read(body)
  }

  func write<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
    if isDown { throw DatabaseError(.storage, "the process has ended") }
    return try await base.write(body)
  }

  func backUp(to path: String) async throws {
    try await base.backUp(to: path)
  }
}
