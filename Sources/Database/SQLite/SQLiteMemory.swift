import Foundation
import GRDB

/// What is kept for each connection of a database.
final class SQLiteMemory: @unchecked Sendable {
  private let lock = NSLock()
  private var connections: [ObjectIdentifier: ConnectionMemory] = [:]

  func connection(_ database: GRDB.Database) -> ConnectionMemory {
    lock.withLock {
      if let known = connections[ObjectIdentifier(database)] { return known }
      let fresh = ConnectionMemory()
      connections[ObjectIdentifier(database)] = fresh
      return fresh
    }
  }
}

/// The names of its statements' columns, and expensive answers, kept until the database changes. It is touched only while its
/// connection is in use.
///
/// Through `PRAGMA data_version`, SQLite tells a connection whether anybody else has changed the database since it last
/// asked: this program's writer, or another process. The answer applies to the state the current read sees, so a kept
/// result is never older than the rest.
final class ConnectionMemory {
  private static let (mostAnswers, mostStatements) = (16, 1000)

  private struct Question: Hashable {
    let fragments: [String]
    let values: [Value]
    /// The type of the answer.
    let kind: ObjectIdentifier
  }

  private var version = -1
  private var answers: [Question: any Sendable] = [:]
  private var columns: [ObjectIdentifier: Columns] = [:]

  /// - Parameter find: queries the database.
  func answer<Answer: Sendable>(
    to sql: SQL, in database: GRDB.Database, find: () throws -> Answer
  ) throws -> Answer {
    try forgetIfChanged(database)
    let question = Question(fragments: sql.fragments, values: sql.values, kind: ObjectIdentifier(Answer.self))
    // Found first and cast then: nothing at all could be cast to an answer that may be nil.
    if let kept = answers[question], let known = kept as? Answer { return known }
    let found = try find()
    if answers.count >= Self.mostAnswers { answers = [:] }
    answers[question] = found
    return found
  }

  private func forgetIfChanged(_ database: GRDB.Database) throws {
    let current = try Int.fetchOne(database.cachedStatement(sql: "PRAGMA data_version")) ?? -1
    if version != current { answers = [:] }
    version = current
  }

  /// A prepared statement keeps its columns, unless the schema has changed meanwhile.
  func columns(of statement: Statement) -> Columns {
    let names = statement.columnNames
    if let known = columns[ObjectIdentifier(statement)], known.names == names { return known }
    if columns.count >= Self.mostStatements { columns = [:] }
    let fresh = Columns(names)
    columns[ObjectIdentifier(statement)] = fresh
    return fresh
  }
}
