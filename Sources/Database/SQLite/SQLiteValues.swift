import GRDB

extension Value {
  /// What SQLite gives back. Blobs are not used: everything is text or a number.
  init(_ value: DatabaseValue) {
    switch value.storage {
    case .null, .blob: self = .null
    case .int64(let integer): self = .integer(integer)
    case .double(let real): self = .real(real)
    case .string(let text): self = .text(text)
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
