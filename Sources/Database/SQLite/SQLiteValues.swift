import GRDB
import GRDBSQLite

extension Value {
  /// The row at which a statement stands, read from SQLite itself: GRDB would make values of its own first.
  static func row(of statement: OpaquePointer) -> [Value] {
    let count = sqlite3_column_count(statement)
    return (0..<count).map { Value(statement, column: $0) }
  }

  /// Blobs are not used: everything is text or a number.
  private init(_ statement: OpaquePointer, column: Int32) {
    switch sqlite3_column_type(statement, column) {
    case SQLITE_INTEGER: self = .integer(sqlite3_column_int64(statement, column))
    case SQLITE_FLOAT: self = .real(sqlite3_column_double(statement, column))
    case SQLITE_TEXT:
      // The text first: its bytes are counted in the form it was last asked for in.
      let text = UnsafeBufferPointer(
        start: sqlite3_column_text(statement, column), count: Int(sqlite3_column_bytes(statement, column)))
      self = .text(String(decoding: text, as: UTF8.self))
    default: self = .null
    }
  }

  var argument: DatabaseValue {
    switch self {
    case .null: .null
    case .integer(let integer): integer.databaseValue
    case .real(let real): real.databaseValue
    case .text(let text): text.databaseValue
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
