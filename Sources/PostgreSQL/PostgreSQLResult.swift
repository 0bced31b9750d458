import CPostgreSQL
import Database
import Foundation

/// The server's answer to one statement.
final class PostgreSQLResult {
  let pointer: OpaquePointer

  init(_ pointer: OpaquePointer) {
    self.pointer = pointer
  }

  deinit { PQclear(pointer) }

  var isFailure: Bool {
    let status = PQresultStatus(pointer)
    return status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK && status != PGRES_EMPTY_QUERY
  }

  /// - Parameter lost: libpq's words if the connection has ended.
  func demandSuccess(lost: String?) throws {
    guard isFailure else { return }
    let state = PQresultErrorField(pointer, Self.stateField).map { String(cString: $0) }
    let message = String(cString: PQresultErrorMessage(pointer)).tidied
    throw DatabaseError(state: state, message.isEmpty ? lost ?? "" : message)
  }

  /// PG_DIAG_SQLSTATE, a character constant, which Swift doesn't see.
  private static let stateField = Int32(UInt8(ascii: "C"))

  /// The number of rows changed.
  var changes: Int { Int(String(cString: PQcmdTuples(pointer))) ?? 0 }

  func rows(_ take: (Row) throws -> Void) throws {
    let width = PQnfields(pointer)
    let columns = Columns((0..<width).map { String(cString: PQfname(pointer, $0)) })
    let types = (0..<width).map { PQftype(pointer, $0) }
    for line in 0..<PQntuples(pointer) {
      try take(Row(columns: columns, values: (0..<width).map { value(line, $0, types[Int($0)]) }))
    }
  }

  /// The value as SQLite would return it: booleans are numbers, and so is a sum, which is NUMERIC here.
  private func value(_ line: Int32, _ column: Int32, _ type: Oid) -> Value {
    guard PQgetisnull(pointer, line, column) == 0, let bytes = PQgetvalue(pointer, line, column) else { return .null }
    let text = UnsafeRawBufferPointer(start: bytes, count: Int(PQgetlength(pointer, line, column)))
    switch type {
    case Self.bool: return .integer(text.first == UInt8(ascii: "t") ? 1 : 0)
    case Self.int8, Self.int2, Self.int4: return .integer(strtoll(bytes, nil, 10))
    case Self.numeric where !text.contains(UInt8(ascii: ".")): return .integer(strtoll(bytes, nil, 10))
    case Self.float4, Self.float8, Self.numeric: return .real(strtod(bytes, nil))
    default: return .text(String(decoding: text, as: UTF8.self))
    }
  }

  // From pg_type.dat; they never change.
  private static let (bool, int8, int2, int4) = (Oid(16), Oid(20), Oid(21), Oid(23))
  private static let (float4, float8, numeric) = (Oid(700), Oid(701), Oid(1700))
}

extension Value {
  /// The form in which it is sent. PostgreSQL reads Swift's form of a number exactly.
  var text: String? {
    switch self {
    case .null: nil
    case .integer(let integer): String(integer)
    case .real(let real): String(real)
    case .text(let text): text
    }
  }
}
