import Database
import Foundation

extension Checkup {
  /// Below this many free megabytes an import or a wave of letters may not fit any more.
  private static let scarceMegabytes = 500

  var dataFolder: [Finding] {
    guard exists(settings.data) else { return [missingFolder] }
    let path = settings.data.path
    guard FileManager.default.isWritableFile(atPath: path) else {
      return [.fault("Data folder: \(path) can't be written by this user.")]
    }
    return [.good("Data folder: \(path) can be written."), freeSpace, secretKey].compactMap { $0 }
  }

  private var missingFolder: Finding {
    let parent = settings.data.standardizedFileURL.deletingLastPathComponent().path
    guard FileManager.default.isWritableFile(atPath: parent) else {
      return .fault("Data folder: \(settings.data.path) is not there and can't be made in \(parent).")
    }
    return .hint("Data folder: \(settings.data.path) is not there yet; the first start makes it.")
  }

  private var freeSpace: Finding? {
    let values = try? FileManager.default.attributesOfFileSystem(forPath: settings.data.path)
    guard let bytes = (values?[.systemFreeSize] as? NSNumber)?.intValue else { return nil }
    let megabytes = bytes >> 20
    let text = "Free space: \(megabytes) MB where the data lies."
    return megabytes < Self.scarceMegabytes ? .hint(text + " That is little.") : .good(text)
  }

  private var secretKey: Finding? {
    let file = settings.data.appending(path: "secret.key")
    guard exists(file) || exists(databaseFile) else { return nil }
    guard let bytes = try? Data(contentsOf: file), bytes.count == 32 else {
      return .fault("Secret key: \(file.path) is missing or damaged. Restore it: without it no personal link works.")
    }
    let mode = (try? FileManager.default.attributesOfItem(atPath: file.path))?[.posixPermissions] as? NSNumber
    guard let mode, mode.intValue & 0o077 == 0 else {
      return .fault("Secret key: others can read \(file.path). Run chmod 600 on it.")
    }
    return .good("Secret key: there, and readable by its owner only.")
  }

  var database: [Finding] {
    get async {
      guard exists(databaseFile) else { return [.hint("Database: not there yet; the first start makes it.")] }
      do {
        let database = try SQLiteDatabase(path: databaseFile.path)
        return [try await schema(database), try durability(database), try soundness(database)]
      } catch {
        return [.fault("Database: can't be opened. \(error)")]
      }
    }
  }

  private func schema(_ database: SQLiteDatabase) async throws -> Finding {
    let newest = try bundledMigrations().map(\.number).max() ?? 0
    let present = try await database.read { try SchemaStore(connection: $0).version() }
    if present == newest { return .good("Database: opens, schema \(present).") }
    if present < newest {
      return .hint("Database: schema \(present); the next start brings it to \(newest). Back it up before.")
    }
    return .fault(
      "Database: schema \(present) is newer than this program, which knows \(newest). Install the newer one.")
  }

  private func durability(_ database: SQLiteDatabase) throws -> Finding {
    try database.flushesCommits()
      ? .good("Durability: each commit is flushed to the disk (synchronous=FULL, read back).")
      : .fault("Durability: commits are not flushed to the disk. A power cut may lose what was acknowledged.")
  }

  private func soundness(_ database: SQLiteDatabase) throws -> Finding {
    let damage = try database.damage()
    guard let first = damage.first else { return .good("Database file: sound (quick_check).") }
    return .fault("Database file: damaged. \(first) Restore a backup.")
  }
}
