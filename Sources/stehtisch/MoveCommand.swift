import Acts
import ArgumentParser
import Foundation
import House
import Web

struct MoveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "move", abstract: "Copy all data from one database to another: from SQLite to PostgreSQL, or back.",
    discussion: """
      While the server is stopped. Databases are files of SQLite or addresses such as postgresql://user@host/stehtisch; the one \
      that is copied to must be empty. Every table is counted and hashed on both sides. Nothing of the one that is copied from \
      is changed. The secret key stays where it is: with the new STEHTISCH_DATABASE the same links open.
      """)

  @Option(help: "The database to copy; by default the one that the settings name.", completion: .file()) var from:
    String?
  @Option(help: "The database to copy to.", completion: .file()) var to: String
  @OptionGroup var options: SettingsOptions

  func run() async throws {
    let settings = try await options.settings()
    let source = from.map(DatabaseLocation.init(written:)) ?? DatabaseLocation(settings)
    let target = DatabaseLocation(written: to)
    guard source.mayExist else { throw BackupRefusal(description: "There is no \(source.described).") }
    let lock = try DataFolder(url: settings.data, location: source, use: .working, logger: options.logger(settings))
      .lock()
    let (old, new) = (try source.open(), try target.open())
    for database in [old, new] { try await database.occupy(shared: false) }
    let tables = try await DatabaseCopy(from: old, to: new).run()
    withExtendedLifetime(lock) {
      for table in tables { print("\(table.name): \(table.rows) rows, SHA-256 \(table.hash.prefix(16))…") }
    }
    print("\(source.described) is now in \(target.described), and both sides say the same.")
  }
}
