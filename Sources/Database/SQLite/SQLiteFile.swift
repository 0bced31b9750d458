import Foundation
import GRDB
import GRDBSQLite

/// The bytes of an open database's file, read by SQLite itself. Whoever opens the file a second time in this process and closes it again
/// drops all locks of the process on it (POSIX, `fcntl`). The next program that looks into the database would then take itself for the last
/// and delete the write-ahead log, with all that is acknowledged from then on.
struct SQLiteFile {
  private let file: UnsafeMutablePointer<sqlite3_file>
  private let methods: sqlite3_io_methods
  /// SQLITE_IOERR_SHORT_READ, a macro that Swift can't read.
  private static let shortRead = SQLITE_IOERR | 2 << 8

  init(_ connection: GRDB.Database) throws {
    var found: UnsafeMutablePointer<sqlite3_file>?
    let code = sqlite3_file_control(connection.sqliteConnection, "main", SQLITE_FCNTL_FILE_POINTER, &found)
    guard code == SQLITE_OK, let found, let methods = found.pointee.pMethods else {
      throw DatabaseError(.storage, "The database's file can't be read (\(code)).")
    }
    (file, self.methods) = (found, methods.pointee)
  }

  func size() throws -> Int {
    var size: sqlite3_int64 = 0
    try demand(methods.xFileSize?(file, &size))
    return Int(size)
  }

  /// Zeros stand for what lies behind the file's end.
  func read(at offset: Int, count: Int) throws -> Data {
    var bytes = Data(count: count)
    let code = bytes.withUnsafeMutableBytes { methods.xRead?(file, $0.baseAddress, Int32(count), Int64(offset)) }
    if code != Self.shortRead { try demand(code) }
    return bytes
  }

  private func demand(_ code: Int32?) throws {
    guard code == SQLITE_OK else { throw DatabaseError(.storage, "The database's file can't be read (\(code ?? -1)).") }
  }
}
