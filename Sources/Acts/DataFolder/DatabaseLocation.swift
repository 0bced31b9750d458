import Database
import Foundation
import House
import Logging
import PostgreSQL

/// The location of an installation's database: in a file of the data folder, or on a server.
package enum DatabaseLocation: Sendable {
  case file(URL)
  case server(String)

  package init(_ settings: Settings) {
    self = settings.database.map { .server($0) } ?? .file(in: settings.data)
  }

  /// - Parameter text: an address, or a file's path.
  package init(written text: String) {
    self =
      ["postgresql://", "postgres://"].contains(where: text.hasPrefix) ? .server(text) : .file(URL(filePath: text))
  }

  package static func file(in folder: URL) -> DatabaseLocation { .file(folder.appending(path: "stehtisch.sqlite")) }

  /// The file that must exist; nil for a server, which has to be asked first.
  package var file: URL? {
    switch self {
    case .file(let file): file
    case .server: nil
    }
  }

  /// False if a file is missing.
  package var mayExist: Bool { file.map { FileManager.default.fileExists(atPath: $0.path) } ?? true }

  /// For messages, without a password.
  package var described: String {
    switch self {
    case .file(let file): file.path
    case .server(let address): (try? PostgreSQLAddress(address))?.described ?? "STEHTISCH_DATABASE"
    }
  }

  /// - Parameter node: as which of several programs the server knows this one; nil for the only one.
  /// - Throws: `DatabaseError`. A missing file is created, a missing database on a server is not.
  package func open(as node: String? = nil, logger: Logger? = nil) throws -> any DatabaseEngine {
    switch self {
    case .file(let file): return try SQLiteDatabase(path: file.path)
    case .server(let address):
      var address = try PostgreSQLAddress(address)
      address.member = node
      return try logger.map { try PostgreSQLDatabase(address, logger: $0) } ?? PostgreSQLDatabase(address)
    }
  }
}
