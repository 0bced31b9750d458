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
      return [.fault("doctor.folder.locked", ["folder": path])]
    }
    return [.good("doctor.folder.good", ["folder": path]), privacy, company, freeSpace, memory].compactMap { $0 }
  }

  private var privacy: Finding? {
    let loose = FileModes(folder: settings.data).loose()
    guard let first = loose.first else { return nil }
    return .fault(
      loose.count > 1 ? "doctor.folder.openMany" : "doctor.folder.openOne",
      ["file": "\(first)", "more": "\(loose.count - 1)", "folder": settings.data.path])
  }

  private var company: Finding? {
    guard FolderLock.isTaken(in: settings.data) else { return nil }
    guard let process = FolderLock.holder(of: settings.data) else { return .good("doctor.folder.inUse") }
    return .good("doctor.folder.inUseBy", ["process": "\(process)"])
  }

  private var memory: Finding? {
    let (memory, key) = (FolderMemory(in: settings.data), KeyFile(in: settings.data))
    if location.mayExist || !(exists(memory.file) || exists(key.url)) { return nil }
    return .fault("doctor.database.gone", ["database": location.described])
  }

  private var missingFolder: Finding {
    let parent = settings.data.standardizedFileURL.deletingLastPathComponent().path
    guard FileManager.default.isWritableFile(atPath: parent) else {
      return .fault("doctor.folder.impossible", ["folder": settings.data.path, "parent": parent])
    }
    return .hint("doctor.folder.missing", ["folder": settings.data.path])
  }

  private var freeSpace: Finding? {
    let values = try? FileManager.default.attributesOfFileSystem(forPath: settings.data.path)
    guard let bytes = (values?[.systemFreeSize] as? NSNumber)?.intValue else { return nil }
    let megabytes = bytes >> 20
    let space = ["megabytes": "\(megabytes)"]
    if megabytes < Self.neededMegabytes { return .fault("doctor.space.none", space) }
    return megabytes < Self.scarceMegabytes ? .hint("doctor.space.little", space) : .good("doctor.space.good", space)
  }

  var database: [Finding] {
    get async {
      guard location.mayExist else { return [.hint("doctor.database.missing")] }
      do {
        let database = try location.open()
        if location.file == nil, try await database.tables().isEmpty {
          return [.hint("doctor.database.empty", ["database": "\(database.place)"])]
        }
        let schema = try await schema(database)
        return [schema, try await durability(database), try await soundness(database), await secretKey(database)]
          + (schema.kind == .good
            ? [try await held(database), try await future(database), try await leaving(database)].compactMap { $0 }
              + (try await nodes(database))
            : [])
      } catch {
        return [.fault("doctor.database.closed", ["error": "\(error)"])]
      }
    }
  }

  private func schema(_ database: any DatabaseEngine) async throws -> Finding {
    let newest = try bundledMigrations().map(\.number).max() ?? 0
    let present = try await database.read { try SchemaStore(connection: $0).version() }
    let numbers = ["present": "\(present)", "newest": "\(newest)"]
    if present == newest {
      _ = try await Migrator(try bundledMigrations()).missing(in: database)
      return .good("doctor.database.good", numbers)
    }
    if present < newest {
      return .hint("doctor.database.older", numbers)
    }
    return .fault("doctor.database.newer", numbers)
  }

  private func durability(_ database: any DatabaseEngine) async throws -> Finding {
    let asked = location.file == nil ? "fsync, synchronous_commit" : "synchronous=FULL"
    return try await database.flushesCommits()
      ? .good("doctor.durability.good", ["asked": asked]) : .fault("doctor.durability.none")
  }

  private func soundness(_ database: any DatabaseEngine) async throws -> Finding {
    let damage = try await database.damage(thoroughly: false)
    guard let first = damage.first else {
      return .good(location.file == nil ? "doctor.soundness.tables" : "doctor.soundness.file")
    }
    return .fault("doctor.soundness.damaged", ["damage": first])
  }

  private func secretKey(_ database: any DatabaseEngine) async -> Finding {
    do {
      guard let secret = try KeyFile(in: settings.data).read() else {
        return .fault("doctor.key.missing", ["file": KeyFile(in: settings.data).url.path])
      }
      let fits = try await database.read { try InstallationStore(connection: $0).fits(secret) }
      return fits == false
        ? .fault("doctor.key.other") : .good(fits == nil ? "doctor.key.there" : "doctor.key.good")
    } catch {
      return .fault("doctor.key.damaged", ["error": "\(error)"])
    }
  }

  /// No letter leaves a copy of an installation.
  private func held(_ database: any DatabaseEngine) async throws -> Finding? {
    guard let hold = try await database.read({ try MailHold(connection: $0).state() }) else { return nil }
    return .fault("doctor.mail.held", ["since": LocalTime.machineText(hold.since), "waiting": "\(hold.waiting)"])
  }

  /// Many people due at once may be a mistake.
  private func leaving(_ database: any DatabaseEngine) async throws -> Finding? {
    let (count, since) = try await database.read { try SightingStore(connection: $0).waiting() }
    let rule = ErasureRule(atOnce: settings.retentionAtOnce)
    guard rule.isMany(count), let since else { return nil }
    let day = LocalTime(since.addingTimeInterval(rule.days(for: count) * SteadyClock.day), in: .utc).day.text
    return .hint(
      "doctor.retention.many", ["count": "\(count)", "day": day, "most": "\(settings.retentionAtOnce)"])
  }

  /// Nothing can have been written in the future, unless the clock is or was wrong.
  private func future(_ database: any DatabaseEngine) async throws -> Finding? {
    let newest = try await database.read { try InstallationStore(connection: $0).newest() }
    guard let newest, newest > now.addingTimeInterval(86_400) else { return nil }
    return .fault("doctor.clock.behind", ["time": LocalTime.machineText(newest)])
  }
}
