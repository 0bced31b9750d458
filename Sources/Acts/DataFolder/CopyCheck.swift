import Database
import Foundation
import House
import Logging
import Records

/// Finds out whether the database is still in the folder it knows. A copy, or a restored backup, holds back its mail
/// until somebody gives the go-ahead: the original may be at work, and the mail in the backup's queue may have been
/// sent.
struct CopyCheck {
  let folder: URL
  /// True if the folder remembers earlier starts; a restored database has a folder that doesn't.
  let hasMemory: Bool
  let logger: Logger

  func settle(_ database: any Database, at now: Date) async throws {
    let here = FolderIdentity.read(in: folder)
    let (known, isEmpty) = try await database.read { connection in
      (
        try FolderIdentityStore(connection: connection).identity(),
        try InstallationStore(connection: connection).isEmpty()
      )
    }
    guard known == nil || known != here || !(hasMemory || isEmpty) else { return }
    let isCopy = !isEmpty && (known != nil || !hasMemory)
    let identity = try FolderIdentity.make(in: folder)
    try await database.write { connection in
      let store = FolderIdentityStore(connection: connection)
      try store.keep(identity)
      if isCopy { try store.holdMail(at: now) }
    }
    if isCopy { warn() }
  }

  /// Where several folders belong to one database, it is known by the server that it is on.
  func settleShared(_ database: any DatabaseEngine) async throws {
    guard let place = try await database.identity() else { return }
    let now = Date()
    let isCopy = try await database.write { connection in
      let store = InstallationStore(connection: connection)
      let known = try store.place()
      try store.keep(place: place)
      guard let known, known != place, try !store.isEmpty() else { return false }
      try FolderIdentityStore(connection: connection).holdMail(at: now)
      return true
    }
    if isCopy { warn() }
  }

  private func warn() {
    logger.warning(
      "this is a copy or a restored backup: mail is held back until `stehtisch mail release`, see docs/operating.md")
  }
}
