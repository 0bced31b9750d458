import Acts
import Core
import Database
import Foundation
import House
import Records

extension Checkup {
  /// With fewer free megabytes than this, an import may no longer fit.
  private static let scarceMegabytes = 500
  /// With fewer than this, even answers may soon not be stored.
  private static let neededMegabytes = 50

  var dataFolder: [Finding] {
    guard exists(settings.data) else { return [missingFolder] }
    let path = settings.data.path
    guard FileManager.default.isWritableFile(atPath: path) else {
      return [.fault("Data folder: \(path) can't be written by this user.")]
    }
    return [.good("Data folder: \(path) can be written."), privacy, company, freeSpace, memory].compactMap { $0 }
  }

  private var privacy: Finding? {
    let loose = FileModes(folder: settings.data).loose()
    guard let first = loose.first else { return nil }
    let more = loose.count > 1 ? " and \(loose.count - 1) more" : ""
    return .fault(
      "Data folder: others may read \(first)\(more). The next start mends it, or chmod -R go= \(settings.data.path).")
  }

  private var company: Finding? {
    guard FolderLock.isTaken(in: settings.data) else { return nil }
    let process = FolderLock.holder(of: settings.data).map { "process \($0)" } ?? "a program"
    return .good("Data folder: \(process) works with it.")
  }

  private var memory: Finding? {
    let (memory, key) = (FolderMemory(in: settings.data), KeyFile(in: settings.data))
    if location.mayExist || !(exists(memory.file) || exists(key.url)) { return nil }
    return .fault("Database: \(location.described) is gone. There was one; restore a backup.")
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
    if megabytes < Self.neededMegabytes { return .fault(text + " Soon nothing can be stored any more.") }
    return megabytes < Self.scarceMegabytes ? .hint(text + " That is little.") : .good(text)
  }

  var database: [Finding] {
    get async {
      guard location.mayExist else { return [.hint("Database: not there yet; the first start makes it.")] }
      do {
        let database = try location.open()
        if location.file == nil, try await database.tables().isEmpty {
          return [.hint("Database: \(database.place) is empty; the first start makes its tables.")]
        }
        let schema = try await schema(database)
        return [schema, try await durability(database), try await soundness(database), await secretKey(database)]
          + (schema.kind == .good
            ? [try await held(database), try await future(database), try await leaving(database)].compactMap { $0 }
              + (try await nodes(database))
            : [])
      } catch {
        return [.fault("Database: can't be opened. \(error)")]
      }
    }
  }

  private func schema(_ database: any DatabaseEngine) async throws -> Finding {
    let newest = try bundledMigrations().map(\.number).max() ?? 0
    let present = try await database.read { try SchemaStore(connection: $0).version() }
    if present == newest {
      _ = try await Migrator(try bundledMigrations()).missing(in: database)
      return .good("Database: opens, schema \(present).")
    }
    if present < newest {
      return .hint("Database: schema \(present); the next start brings it to \(newest). Back it up before.")
    }
    return .fault(
      "Database: schema \(present) is newer than this program, which knows \(newest). Install the newer one.")
  }

  private func durability(_ database: any DatabaseEngine) async throws -> Finding {
    let asked = location.file == nil ? "fsync, synchronous_commit" : "synchronous=FULL"
    return try await database.flushesCommits()
      ? .good("Durability: each commit is flushed to the disk (\(asked), read back).")
      : .fault("Durability: commits are not flushed to the disk. A power cut may lose what was acknowledged.")
  }

  private func soundness(_ database: any DatabaseEngine) async throws -> Finding {
    let damage = try await database.damage(thoroughly: false)
    guard let first = damage.first else {
      return .good(location.file == nil ? "Database: every table can be read." : "Database file: sound (quick_check).")
    }
    return .fault("Database file: damaged. \(first) Restore a backup.")
  }

  private func secretKey(_ database: any DatabaseEngine) async -> Finding {
    do {
      guard let secret = try KeyFile(in: settings.data).read() else {
        return .fault(
          "Secret key: \(KeyFile(in: settings.data).url.path) is missing. Restore it: no start is possible without.")
      }
      let fits = try await database.read { try InstallationStore(connection: $0).fits(secret) }
      return fits == false
        ? .fault(
          "Secret key: another one than this database's. No link in mails already sent opens. Restore the right one.")
        : .good(fits == nil ? "Secret key: there." : "Secret key: there, and links that were sent open with it.")
    } catch {
      return .fault("Secret key: \(error)")
    }
  }

  /// No letter leaves a copy of an installation.
  private func held(_ database: any DatabaseEngine) async throws -> Finding? {
    guard let hold = try await database.read({ try MailHold(connection: $0).state() }) else { return nil }
    return .fault(
      "Mail: held back since \(LocalTime.machineText(hold.since)), because this is a copy or a restored backup. \(hold.waiting) "
        + "wait. If the original is no longer at work: stehtisch mail release.")
  }

  /// Many people due at once may be a mistake.
  private func leaving(_ database: any DatabaseEngine) async throws -> Finding? {
    let (count, since) = try await database.read { try SightingStore(connection: $0).waiting() }
    let rule = ErasureRule(atOnce: settings.retentionAtOnce)
    guard rule.isMany(count), let since else { return nil }
    let day = LocalTime(since.addingTimeInterval(rule.days(for: count) * SteadyClock.day), in: .utc).day.text
    return .hint(
      "Retention: \(count) people would be erased at once, from \(day) on. Look first: is the clock right, and should they go?"
        + " More than STEHTISCH_RETENTION_AT_ONCE (\(settings.retentionAtOnce)) wait a week.")
  }

  /// Nothing can have been written in the future, unless the clock is or was wrong.
  private func future(_ database: any DatabaseEngine) async throws -> Finding? {
    let newest = try await database.read { try InstallationStore(connection: $0).newest() }
    guard let newest, newest > now.addingTimeInterval(86_400) else { return nil }
    return .fault(
      "Clock: the database holds something from \(LocalTime.machineText(newest)), which is still to come. Is the clock right, or "
        + "was it ahead once?")
  }
}
