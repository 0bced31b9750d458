import Database
import Foundation
import House
import Logging
import Records

/// The folder of all data, opened in the one order that damages nothing: lock, modes, database, the folder's memory,
/// key.
package struct DataFolder {
  package let url: URL
  package let location: DatabaseLocation
  package let use: FolderUse
  /// Among several programs at the database; nil where there is one.
  let node: String?
  package let logger: Logger

  /// - Parameter location: nil for the file in the folder.
  package init(
    url: URL, location: DatabaseLocation? = nil, use: FolderUse, node: String? = nil, logger: Logger
  ) {
    self.url = url
    self.location = location ?? .file(in: url)
    self.use = use
    self.node = node
    self.logger = logger
  }

  /// - Returns: nil if a server is running.
  /// - Throws: `InstallationRefusal`.
  package func lock() throws -> FolderLock? {
    // Files that SQLite and others create from here on are for the owner's eyes only.
    umask(0o077)
    if use.mayMake { try make() } else { try demandInstallation() }
    if let lock = try FolderLock.take(in: url) { return lock }
    if use == .visiting { return nil }
    let process = FolderLock.holder(of: url).map { " (process \($0))" } ?? ""
    throw InstallationRefusal(
      description: "Another Stehtisch\(process) works with \(url.path). Stop it first, or name another folder in "
        + "STEHTISCH_DATA.")
  }

  /// - Parameter lock: the result of `lock()`.
  /// - Throws: `InstallationRefusal`.
  package func open(_ lock: FolderLock?) async throws -> (database: any DatabaseEngine, secret: Secret) {
    let memory = FolderMemory(in: url)
    try demandDatabase(memory)
    if lock != nil {
      for path in FileModes(folder: url).tighten() {
        logger.warning(
          "others may read a file of the data folder, and it can't be mended", metadata: ["file": "\(path)"])
      }
    }
    // Another machine's nodes may be at work though nobody is in this folder.
    let isAlone = lock != nil && (node == nil || use != .visiting)
    var database = try await openedDatabase(memory, migrating: isAlone)
    let secret = try await secret(database, hasMemory: try memory.number() != nil)
    database.fingerprintKey = secret.fingerprintKey
    if isAlone {
      try await database.write { try SuppressionStore(connection: $0).sealPlainHashes() }
      let check = CopyCheck(folder: url, hasMemory: try memory.number() != nil, logger: logger)
      if node == nil { try await check.settle(database, at: Date()) } else { try await check.settleShared(database) }
    }
    if use.mayMake { try await memory.countUp(database) }
    return (database, secret)
  }

  private func make() throws {
    do {
      try FileManager.default.createDirectory(
        at: url, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw InstallationRefusal(description: "STEHTISCH_DATA: \(url.path) can't be made. \(error.localizedDescription)")
    }
  }

  private func demandInstallation() throws {
    let trace = location.file ?? KeyFile(in: url).url
    if FileManager.default.fileExists(atPath: trace.path) { return }
    throw InstallationRefusal(
      description: "STEHTISCH_DATA: there is no installation in \(url.path). Name the server's folder, or start "
        + "`stehtisch serve` with it first.")
  }

  /// A database that once existed is not created again. One on a server is compared with the folder's memory once it is
  /// open.
  private func demandDatabase(_ memory: FolderMemory) throws {
    if location.mayExist { return }
    let key = KeyFile(in: url).url
    for trace in [memory.file, key] where (try? trace.checkResourceIsReachable()) == true {
      throw InstallationRefusal(
        description:
          "The database \(location.described) is gone, though \(trace.lastPathComponent) shows that there was "
          + "one. Nothing was changed. Restore a backup; to begin anew, move \(trace.path) away.")
    }
  }

  private func openedDatabase(_ memory: FolderMemory, migrating: Bool) async throws -> any DatabaseEngine {
    do {
      let database = try location.open(as: use == .serving ? node : nil, logger: logger)
      if migrating { try await database.occupy(shared: node != nil && use == .serving) }
      // A database that was emptied has no such table.
      let number = try? await database.read { try InstallationStore(connection: $0).number() }
      try memory.compare(with: number ?? 0)
      let migrator = Migrator(try bundledMigrations())
      if migrating {
        let applied = try await migrator.migrate(database)
        if !applied.isEmpty { logger.info("migrated", metadata: ["steps": "\(applied)"]) }
      } else if try await !migrator.missing(in: database).isEmpty {
        throw InstallationRefusal(
          description: "The server that works with \(url.path) is of another version. Use its program for this.")
      }
      return database
    } catch let error as DatabaseError {
      throw InstallationRefusal(
        description: "The database \(location.described) can't be used. \(error) `stehtisch doctor` looks closer.")
    }
  }

  /// The key, checked against things made with it.
  private func secret(_ database: any Database, hasMemory: Bool) async throws -> Secret {
    let key = KeyFile(in: url)
    let (isEmpty, hash) = try await database.read { connection in
      let store = InstallationStore(connection: connection)
      return (try store.isEmpty(), try store.keyHash())
    }
    if let secret = try key.read() {
      // One whom nobody has used yet may get another key, unless another node has one already.
      let isOther = hash != nil && hash != secret.hash && (node != nil || !isEmpty)
      let fits = try await database.read { try InstallationStore(connection: $0).fits(secret) }
      if isOther || fits == false {
        throw InstallationRefusal(
          description: "The secret key \(key.url.path) is not the one that belongs to this database: no link in mails "
            + "already sent would open. Nothing was changed. Restore the key from the backup of this database"
            + (node == nil ? "." : ", or copy it from another node."))
      }
      if hash != secret.hash { try await keep(secret, database) }
      return secret
    }
    guard use.mayMake, isEmpty else {
      throw InstallationRefusal(
        description:
          "The secret key \(key.url.path) is gone. Nothing was changed. Restore it from a backup: without it "
          + "no link in mails already sent opens.")
    }
    if node != nil, hash != nil {
      throw InstallationRefusal(
        description: "There is no secret key \(key.url.path), and another node has made one. Copy it from there.")
    }
    if hasMemory { logger.warning("no secret key in a folder that was used, but never by a host: making one") }
    let secret = try key.make()
    try await keep(secret, database)
    return secret
  }

  private func keep(_ secret: Secret, _ database: any Database) async throws {
    guard use != .visiting else { return }
    try await database.write { try InstallationStore(connection: $0).keep(keyHash: secret.hash) }
  }
}
