import Database
import Foundation
import PostgreSQL
import Synchronization
import TestDatabases
import Testing

/// Several programs at one server.
@Suite(.enabled(if: TestDatabase.server != nil))
struct MembershipTests {
  /// Keeps what it is asked.
  private final class Program: MemberDuties {
    let hints = Mutex<[String]>([])
    let beats = Mutex(0)
    let returns = Mutex(0)
    /// The programs that this one takes for silent.
    let silent = Mutex<[SilentMember]>([])

    func beat(_ connection: any Connection) throws -> [SilentMember] {
      beats.withLock { $0 += 1 }
      return silent.withLock { $0 }
    }
    func hear(_ hint: String) { hints.withLock { $0.append(hint) } }
    func comeBack() { returns.withLock { $0 += 1 } }
  }

  private func wait(_ holds: () async throws -> Bool) async throws {
    while try await !holds() { try await Task.sleep(for: .milliseconds(20)) }
  }

  @Test("One leads and the next one does when it ends; who has ended is known at once, and a number is one program's")
  func leading() async throws {
    let place = try await TestDatabase()
    let engine = try place.open()
    let (one, other) = (Program(), Program())
    let first = try await engine.join(as: 1, one)
    let second = try await engine.join(as: 2, other)
    #expect(first.standing.leads && !second.standing.leads)
    #expect(try await engine.read { try !$0.hasEnded(member: 1) && !$0.hasEnded(member: 2) && $0.hasEnded(member: 3) })
    async let twin = engine.join(as: 1, Program())
    try await Task.sleep(for: .milliseconds(500))
    first.end()
    try await wait { try await engine.read { try $0.hasEnded(member: 1) } || second.standing.leads }
    let third = try await twin
    try await wait { second.standing.leads || third.standing.leads }
    second.end()
    third.end()
  }

  @Test("What one says all hear")
  func hints() async throws {
    let engine = try await TestDatabase.engine()
    let (one, other) = (Program(), Program())
    let (first, second) = (try await engine.join(as: 1, one), try await engine.join(as: 2, other))
    first.tell("a imports")
    first.tell("a imports")
    try await wait { !other.hints.withLock { $0.isEmpty } && !one.hints.withLock { $0.isEmpty } }
    #expect(Set(other.hints.withLock { $0 }) == ["a imports"])
    first.end()
    second.end()
  }

  @Test("A silent program's connections are ended, and it comes back as one that may have lost what was its own")
  func ended() async throws {
    let place = try await TestDatabase()
    var address = try PostgreSQLAddress(try #require(place.address))
    address.member = "frozen"
    let (frozen, engine) = (try PostgreSQLDatabase(address, connections: 2), try place.open())
    let (sleeper, watcher) = (Program(), Program())
    let session = try await frozen.join(as: 1, sleeper)
    let watching = try await engine.join(as: 2, watcher)
    watcher.silent.withLock { $0 = [SilentMember(name: "frozen", seenAt: Date(timeIntervalSinceNow: 60))] }
    try await wait { sleeper.returns.withLock { $0 } > 0 || session.standing.isBack }
    watcher.silent.withLock { $0 = [] }
    try await wait { session.standing.since != nil && session.standing.isBack }
    #expect(sleeper.returns.withLock { $0 } > 0)
    session.end()
    watching.end()
  }

  @Test("Programs that share a database share it with each other, not with one that would be alone")
  func shared() async throws {
    let place = try await TestDatabase()
    let (first, second, third) = (try place.open(), try place.open(), try place.open())
    try await first.occupy(shared: true)
    try await second.occupy(shared: true)
    async let later: Void = third.occupy(shared: false)
    try await Task.sleep(for: .milliseconds(400))
    try await first.close()
    try await second.close()
    try await later
  }
}
