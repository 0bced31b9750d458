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

      With --verify a backup is restored into a folder of its own, opened as a start would, and taken away again; one that is \
      there already is tried, else it is made first. The exit status says whether it can be used.
      """)

  @Argument(help: "The file for the copy of the database.", completion: .file()) var file: String
  @Flag(help: "Restore it for a trial.") var verify = false
  @OptionGroup var options: SettingsOptions

  func run() async throws {
    let backup = Backup(to: URL(filePath: file))
    if verify, FileManager.default.fileExists(atPath: backup.database.path) { return try await tryOut(backup) }
    let settings = try await options.settings()
    try await backup.take(from: settings.data, DatabaseLocation(settings))
    print("Database: \(backup.database.path)")
    print("Secret key: \(backup.key.path)")
    print("Keep both, and keep them private: without the key no personal link in the copy opens.")
    if verify { try await tryOut(backup) }
  }

  private func tryOut(_ backup: Backup) async throws {
    let outcome = try await BackupTrial(backup).run()
    print("Restored for a trial: \(outcome.hosts) hosts, \(outcome.people) people, \(outcome.parties) parties.")
  }
}
