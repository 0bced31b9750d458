import CPostgreSQL
import Database
import Foundation

/// One connection of libpq. It belongs to one thread, which it blocks.
///
/// A result arrives complete before its first row is passed on, so a statement may run while another one's rows are
/// being read.
final class PostgreSQLConnection {
  private let handle: OpaquePointer
  private var statements = PreparedStatements()
  /// The reason why the server abandoned the current transaction: it then accepts no more statements, and a COMMIT
  /// undoes everything.
  private(set) var failure: DatabaseError?
  private let patience: Duration

  /// - Throws: `DatabaseError`, of the kind `.busy` if nobody answers.
  init(_ address: PostgreSQLAddress) throws {
    // A server that doesn't answer at all is abandoned a little later than it should have given up itself.
    patience = address.statementTimeout.map { .seconds($0 + 15) } ?? .seconds(86_400)
    let keywords = address.keywords
    let (names, values) = (CStrings(keywords.map { $0.0 } + [nil]), CStrings(keywords.map { $0.1 } + [nil]))
    guard let handle = PQconnectdbParams(names.pointers, values.pointers, 1) else {
      throw DatabaseError(.other, "PostgreSQL: no memory")
    }
    self.handle = handle
    guard PQstatus(handle) == CONNECTION_OK else {
      let words = String(cString: PQerrorMessage(handle)).tidied
      PQfinish(handle)
      throw DatabaseError(.busy, "PostgreSQL: \(words)")
    }
    do { try run(address.greeting) } catch {
      PQfinish(handle)
      throw error
    }
  }

  func close() { PQfinish(handle) }

  var isAlive: Bool { PQstatus(handle) == CONNECTION_OK }

  /// True while in a transaction; after a failed commit the server has ended it.
  var isInTransaction: Bool { PQtransactionStatus(handle) != PQTRANS_IDLE }

  var socket: Int32 { PQsocket(handle) }

  /// What was said on the channels to which this connection listens, since it was asked last.
  func notifications() throws -> [String] {
    guard PQconsumeInput(handle) == 1, isAlive else { throw DatabaseError(.busy, lost) }
    var texts: [String] = []
    while let found = PQnotifies(handle) {
      texts.append(String(cString: found.pointee.extra))
      PQfreemem(found)
    }
    return texts
  }

  /// Commands without values and rows: BEGIN, COMMIT, SET.
  /// - Returns: the server's description of what it did.
  @discardableResult
  func run(_ commands: String) throws -> String {
    if commands.hasPrefix("BEGIN") { failure = nil }
    let result = try exchange { PQsendQuery(handle, commands) }
    return String(cString: PQcmdStatus(result.pointer))
  }

  func result(of sql: SQL) throws -> PostgreSQLResult {
    let text = sql.text { "$\($0)" }
    guard PreparedStatements.areKept(text) else { return try exchange { PQsendQuery(handle, text) } }
    let name = try prepare(text)
    let values = CStrings(sql.values.map(\.text))
    return try exchange {
      PQsendQueryPrepared(handle, name, Int32(sql.values.count), values.pointers, nil, nil, 0)
    }
  }

  private func prepare(_ text: String) throws -> String {
    if let name = statements.name(of: text) { return name }
    if statements.isFull { try forgetStatements() }
    let name = statements.nextName
    _ = try exchange { PQsendPrepare(handle, name, text, 0, nil) }
    statements.keep(text)
    return name
  }

  /// A change of the schema makes some of them useless.
  func forgetStatements() throws {
    try run("DEALLOCATE ALL")
    statements = PreparedStatements()
  }

  private func exchange(_ send: () -> Int32) throws -> PostgreSQLResult {
    do {
      guard send() == 1 else { throw DatabaseError(.busy, lost) }
      return try answer()
    } catch let error as DatabaseError {
      failure = failure ?? error
      throw error
    }
  }

  /// The last result of the commands sent; the others belong to the commands before.
  private func answer() throws -> PostgreSQLResult {
    let end = ContinuousClock.now + patience
    var last: PostgreSQLResult?
    while true {
      try wait(until: end)
      guard let pointer = PQgetResult(handle) else { break }
      let result = PostgreSQLResult(pointer)
      if last?.isFailure != true { last = result }
    }
    guard let last else { throw DatabaseError(.busy, lost) }
    try last.demandSuccess(lost: isAlive ? nil : lost)
    return last
  }

  /// Waits until there is an answer to read, or the connection has ended.
  private func wait(until end: ContinuousClock.Instant) throws {
    while PQisBusy(handle) == 1 {
      let left = (end - ContinuousClock.now) / .milliseconds(1)
      var socket = pollfd(fd: PQsocket(handle), events: Int16(POLLIN), revents: 0)
      guard left > 0, poll(&socket, 1, Int32(min(left, 60_000))) >= 0 || errno == EINTR else {
        // A later reply would be taken for the answer to something else.
        shutdown(PQsocket(handle), Int32(SHUT_RDWR))
        _ = PQconsumeInput(handle)
        throw DatabaseError(.busy, "PostgreSQL: no answer for \(patience.components.seconds) s")
      }
      if socket.revents != 0, PQconsumeInput(handle) == 0 { return }
    }
  }

  private var lost: String { "PostgreSQL: " + String(cString: PQerrorMessage(handle)).tidied }
}

/// Texts in C's form, valid as long as this object.
private final class CStrings {
  private let copies: [UnsafeMutablePointer<CChar>?]
  let pointers: [UnsafePointer<CChar>?]

  init(_ texts: [String?]) {
    copies = texts.map { text in text.flatMap { strdup($0) } }
    pointers = copies.map { $0.map { UnsafePointer($0) } }
  }

  deinit {
    for copy in copies { free(copy) }
  }
}
