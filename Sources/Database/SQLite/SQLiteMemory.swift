import Foundation
import GRDB

/// Expensive answers, kept for each reading connection until the database changes.
///
/// Through `PRAGMA data_version`, SQLite tells a connection whether anybody else has changed the database since it last
/// asked: this program's writer, or another process. The answer applies to the state the current read sees, so a kept
/// result is never older than the rest.
final class SQLiteMemory: @unchecked Sendable {
  private static let capacity = 32

  /// The answers of one connection, touched only while that connection is in use.
  private final class Answers {
    var version = -1
    var rows: [Key: [Row]] = [:]
  }

  private struct Key: Hashable {
    let fragments: [String]
    let values: [Value]
  }

  private let lock = NSLock()
  private var connections: [ObjectIdentifier: Answers] = [:]

  /// - Parameter find: queries the database.
  func rows(_ sql: SQL, in database: GRDB.Database, find: () throws -> [Row]) throws -> [Row] {
    let answers = answers(of: database)
    let version = try Int.fetchOne(database.cachedStatement(sql: "PRAGMA data_version")) ?? -1
    if answers.version != version || answers.rows.count >= Self.capacity { answers.rows = [:] }
    answers.version = version
    let key = Key(fragments: sql.fragments, values: sql.values)
    if let known = answers.rows[key] { return known }
    let found = try find()
    answers.rows[key] = found
    return found
  }

  private func answers(of database: GRDB.Database) -> Answers {
    lock.withLock {
      if let known = connections[ObjectIdentifier(database)] { return known }
      let fresh = Answers()
      connections[ObjectIdentifier(database)] = fresh
      return fresh
    }
  }
}
