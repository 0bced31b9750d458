import Database
import Foundation
import Logging
import Synchronization

/// One program's session among several: a connection of its own, on which it holds its lock, says once a second that it lives, and hears what
/// the others say. Where the connection is lost it is opened anew; the lock is free from the moment on at which the server noticed.
final class MemberSession: Membership, @unchecked Sendable {
  static let channel = "stehtisch"
  /// Between two signs of life.
  private static let beat = Duration.seconds(1)
  /// Longer between two than that, and others may have thought this program dead.
  private static let patience = Duration.seconds(4)
  /// So long a program that was killed may seem to be there still.
  private static let memory = Duration.seconds(10)

  private let address: PostgreSQLAddress
  private let number: Int
  private let duties: any MemberDuties
  private let logger: Logger
  private let state = Mutex(State())
  private let doorbell: Doorbell
  /// Of the session's thread alone.
  private var connection: PostgreSQLConnection?
  private var beatAt = ContinuousClock.now

  private struct State {
    var standing = MemberStanding()
    var hints: [String] = []
    var isOver = false
  }

  /// - Throws: `DatabaseError` of the kind `.busy` where another program has the number.
  init(_ address: PostgreSQLAddress, _ number: Int, _ duties: any MemberDuties, _ logger: Logger) throws {
    var brisk = address
    brisk.statementTimeout = 5
    (self.address, self.number, self.duties, self.logger) = (brisk, number, duties, logger)
    doorbell = try Doorbell()
    let end = ContinuousClock.now + Self.memory
    while try !begin() {
      if ContinuousClock.now > end {
        throw DatabaseError(.busy, "PostgreSQL: another Stehtisch is at work under this node's name")
      }
      Thread.sleep(forTimeInterval: 0.2)
    }
    Thread { self.serve() }.start()
  }

  var standing: MemberStanding { state.withLock { $0.standing } }

  func tell(_ hint: String) {
    state.withLock { state in
      guard state.standing.since != nil, !state.hints.contains(hint) else { return }
      state.hints.append(hint)
    }
    doorbell.ring()
  }

  func end() {
    state.withLock { $0.isOver = true }
    doorbell.ring()
  }

  private var isOver: Bool { state.withLock { $0.isOver } }

  private func serve() {
    while !isOver {
      do {
        if connection == nil, try !begin() { throw DatabaseError(.busy, "another program has this node's name") }
        try wait()
      } catch {
        leave()
        logger.error("the session of this node is lost", metadata: ["error": "\(error)"])
        doorbell.wait(beside: nil, for: Self.beat)
      }
    }
    leave()
  }

  private func leave() {
    connection?.close()
    connection = nil
    state.withLock { state in
      state.standing.since = nil
      (state.standing.isBack, state.standing.leads) = (true, false)
      state.hints = []
    }
  }

  /// - Returns: false where another program has the number.
  private func begin() throws -> Bool {
    let opened = try PostgreSQLConnection(address)
    do {
      guard try has(number, opened) else {
        opened.close()
        return false
      }
      try opened.run("LISTEN \(Self.channel)")
      connection = opened
      try sayAlive()
      state.withLock { $0.standing.since = .now }
      if standing.isBack { duties.comeBack() }
      return true
    } catch {
      if connection == nil { opened.close() }
      throw error
    }
  }

  /// Until the next sign of life is due.
  private func wait() throws {
    guard let connection else { return }
    let due = beatAt + Self.beat
    while !isOver, ContinuousClock.now < due {
      doorbell.wait(beside: connection.socket, for: due - .now)
      for hint in try connection.notifications() { duties.hear(hint) }
      for hint in takeHints() {
        _ = try connection.result(of: "SELECT pg_notify(\(Self.channel), \(hint)) AS done")
      }
    }
    if !isOver { try sayAlive() }
  }

  private func takeHints() -> [String] {
    state.withLock { state in
      defer { state.hints = [] }
      return state.hints
    }
  }

  private func sayAlive() throws {
    guard let connection else { return }
    let silence = ContinuousClock.now - beatAt
    let late = try duties.beat(PostgreSQLTransaction(connection: connection, fingerprintKey: []))
    beatAt = .now
    state.withLock { $0.standing.beatAt = .now }
    for member in late { try endConnections(of: member, connection) }
    if !standing.leads, try has(MemberLock.leading, connection) {
      state.withLock { $0.standing.leads = true }
      logger.notice("this node leads")
    }
    if silence > Self.patience { duties.comeBack() }
  }

  /// What the server still does for it would hold up the others: locks, a transaction that was begun. A connection that was opened since
  /// is one of a program that has begun anew.
  private func endConnections(of member: SilentMember, _ connection: PostgreSQLConnection) throws {
    let ended = try connection.result(
      of: """
        SELECT pg_terminate_backend(pid) AS done FROM pg_stat_activity
        WHERE datname = current_database() AND application_name = \(PostgreSQLAddress.program(member.name))
          AND backend_start < to_timestamp(\(member.seenAt.timeIntervalSince1970))
          AND pid <> pg_backend_pid()
        """
    ).changes
    if ended > 0 {
      logger.warning("a node fell silent", metadata: ["node": "\(member.name)", "connections": "\(ended)"])
    }
  }

  private func has(_ lock: Int, _ connection: PostgreSQLConnection) throws -> Bool {
    var found = false
    try connection.result(of: "SELECT pg_try_advisory_lock(\(MemberLock.space), \(lock)) AS found").rows {
      found = try $0.get("found")
    }
    return found
  }
}
