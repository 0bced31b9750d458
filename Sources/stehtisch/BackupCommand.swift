import Acts
import ArgumentParser
import Foundation
import House
import Records
import Web

struct BackupCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Copy the database and the secret key, also while the server runs.",
    discussion: """
      Writes FILE (the database) and FILE.key (the secret key), readable by their owner only, and overwrites nothing. Both \
      are needed to restore: without the key no personal link opens. FILE is of SQLite also where the data is in PostgreSQL; \
      `stehtisch move` brings it back there.
      """)

  @Argument(help: "The file for the copy of the database.", completion: .file()) var file: String
  @OptionGroup var options: SettingsOptions

  func run() async throws {
    let backup = Backup(to: URL(filePath: file))
    let settings = try await options.settings()
    try await backup.take(from: settings.data, DatabaseLocation(settings))
    print("Database: \(backup.database.path)")
    print("Secret key: \(backup.key.path)")
    print("Keep both, and keep them private: without the key no personal link in the copy opens.")
  }
}
