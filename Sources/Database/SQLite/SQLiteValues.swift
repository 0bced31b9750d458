import GRDB
import GRDBSQLite

/// The rows of a statement whose values are bound, read directly from SQLite: GRDB's own cursor first looks up the names of all
/// columns, needed or not, and makes values of its own.
final class ValueCursor: DatabaseCursor {
  typealias Element = [Value]

  let _statement: Statement
  var _isDone = false

  /// - Parameter statement: must be reset, as `setUncheckedArguments` leaves it.
  init(_ statement: Statement) {
    _statement = statement
  }

  /// After a failed step this reports the same error again, which was thrown already.
  deinit {
    sqlite3_reset(_statement.sqliteStatement)
  }

  func _element(sqliteStatement: SQLiteStatement) throws -> [Value] { Value.row(of: sqliteStatement) }
}

extension Value {
  /// The row a statement is at.
  fileprivate static func row(of statement: OpaquePointer) -> [Value] {
    let count = sqlite3_column_count(statement)
    return (0..<count).map { Value(statement, column: $0) }
  }

  /// Blobs are not used: everything is text or a number.
  private init(_ statement: OpaquePointer, column: Int32) {
    switch sqlite3_column_type(statement, column) {
    case SQLITE_INTEGER: self = .integer(sqlite3_column_int64(statement, column))
    case SQLITE_FLOAT: self = .real(sqlite3_column_double(statement, column))
    case SQLITE_TEXT:
      // The text comes first: its bytes are counted in the form in which it was last requested.
      let text = UnsafeBufferPointer(
        start: sqlite3_column_text(statement, column), count: Int(sqlite3_column_bytes(statement, column)))
      self = .text(String(decoding: text, as: UTF8.self))
    default: self = .null
    }
  }

  fileprivate func bind(to statement: OpaquePointer, at place: Int32) -> Int32 {
    switch self {
    case .null: return sqlite3_bind_null(statement, place)
    case .integer(let integer): return sqlite3_bind_int64(statement, place, integer)
    case .real(let real): return sqlite3_bind_double(statement, place, real)
    case .text(var text): return text.withUTF8 { Self.bind($0, to: statement, at: place) }
    }
  }

  /// SQLite takes a copy. A text that has no address would be bound as NULL.
  private static func bind(_ text: UnsafeBufferPointer<UInt8>, to statement: OpaquePointer, at place: Int32) -> Int32 {
    let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    return (text.baseAddress ?? empty).withMemoryRebound(to: CChar.self, capacity: text.count) {
      sqlite3_bind_text(statement, place, $0, Int32(clamping: text.count), copied)
    }
  }

  private nonisolated(unsafe) static let empty = UnsafePointer(UnsafeMutablePointer<UInt8>.allocate(capacity: 1))
}

extension [Value] {
  /// Straight to SQLite: on the way by GRDB each text would go through an encoder of JSON.
  /// - Throws: `DatabaseError` where there are more values than places, or a text is longer than SQLite takes.
  func bind(to statement: OpaquePointer) throws {
    guard sqlite3_bind_parameter_count(statement) == count else {
      throw DatabaseError(.other, "\(count) values for another number of places")
    }
    for (index, value) in enumerated() {
      let code = value.bind(to: statement, at: Int32(index + 1))
      guard code == SQLITE_OK else { throw DatabaseError(.other, "SQLite \(code): value \(index + 1) of a statement") }
    }
  }
}

extension DatabaseError {
  init(_ error: GRDB.DatabaseError) {
    self.init(Self.kind(of: error), "SQLite \(error.extendedResultCode.rawValue): \(error.message ?? "")")
  }

  private static func kind(of error: GRDB.DatabaseError) -> Kind {
    switch error.extendedResultCode {
    case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY: return .duplicate
    default: break
    }
    switch error.resultCode {
    case .SQLITE_CONSTRAINT: return .constraint
    case .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_READONLY, .SQLITE_CANTOPEN: return .storage
    case .SQLITE_BUSY, .SQLITE_LOCKED: return .busy
    default: return .other
    }
  }
}
