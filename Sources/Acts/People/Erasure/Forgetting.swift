import Core
import Database
import Foundation
import House
import Logging
import Mail
import Records

extension Services {
  /// The part of an erasure that a transaction can't do: files are deleted, and the database file keeps no trace of
  /// what was deleted.
  /// - Parameter areMany: true if so many were erased that the file is rewritten instead of searched for each.
  package func forget(_ traces: PersonErasure.Traces, areMany: Bool = false) async {
    do {
      let waiting = try await database.read { connection in
        try traces.uploads.filter { try ImportStore(connection: connection).isWaiting($0) }
      }
      // Its rows have already been read; to read them again, the host brings the file again.
      for id in waiting { try await removeUpload(of: id) }
      try await sweepOutboxFolder()
      try await database.forgetDeleted(lookingFor: areMany ? nil : traces.needles.sorted())
    } catch {
      logger.error("traces of an erasure remain", metadata: ["error": "\(error)"])
    }
  }

  /// At whichever node it is.
  private func removeUpload(of id: ImportID) async throws {
    uploads.remove(id)
    guard let node else { return }
    try await write { try ImportStore(connection: $0).dropFile(of: id) }
    node.tell(.imports)
  }

  /// Removes drafts whose mail was erased or blanked. A sign-in link is blanked as soon as it is filed, and its draft
  /// stays.
  package func sweepOutboxFolder() async throws {
    let folder = settings.outboxFolder
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let drafts = Set(names.filter { $0.hasSuffix(".eml") })
    guard !drafts.isEmpty else { return }
    let kept = try await database.read { connection in
      Set(try OutboxStore(connection: connection).idsOfDrafts().map(OutboxFolder.fileName))
    }
    for name in drafts.subtracting(kept) where isOwnDraft(name) {
      try? FileManager.default.removeItem(at: folder.appending(path: name))
    }
  }

  /// True for names derived from a mail's id, as `messageID` does; other files in the folder are not ours.
  private func isOwnDraft(_ name: String) -> Bool {
    name.split(separator: "@").first.flatMap { OutboxMailID(String($0)) } != nil
  }
}
