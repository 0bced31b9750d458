import Core
import Database
import Formats
import Foundation
import House
import Records

/// The import of a list into a host's address book without pages: from the command.
package struct DirectImport: Sendable {
  package let host: String
  package let fileName: String
  package let occasion: LetterOccasion
  /// Empty to use the occasion's name.
  package let list: String
  package let source: ListSource

  package init(host: String, fileName: String, occasion: LetterOccasion, list: String, source: ListSource) {
    self.host = host
    self.fileName = fileName
    self.occasion = occasion
    self.list = list
    self.source = source
  }

  /// There is no host with that address.
  package struct UnknownHost: Error {
    package init() {}
  }

  /// Reads and saves the list.
  /// - Returns: the result. Rejected rows can be fetched from its page.
  /// - Throws: a `Problem` if the list can't be read; `UnknownHost`.
  package func run(_ data: Data, _ services: Services) async throws -> Import {
    let id: ImportID = services.newID()
    let host = try await begin(id, data, services)
    let worker = ImportWorker(services: services)
    var importing = try await work(id, of: host, worker, services)
    if importing.state == .ready {
      let now = services.now()
      try await services.database.write {
        try ImportStore(connection: $0).move(id, from: .ready, to: .saving, at: now)
      }
      importing = try await work(id, of: host, worker, services)
    }
    guard importing.state == .saved else {
      try await services.erase(importing)
      throw importing.problem ?? Problem("import.problem.internal")
    }
    return importing
  }

  private func begin(_ id: ImportID, _ data: Data, _ services: Services) async throws -> HostID {
    try services.uploads.prepare()
    let writer = try UploadWriter(services.uploads.file(of: id), fileName: fileName, limit: .max)
    _ = try writer.write(Array(data))
    let upload = try await writer.finish()
    let occasionID: OccasionID = services.newID()
    let now = services.now()
    do {
      return try await services.database.write { connection in
        guard let host = try HostStore(connection: connection).host(email: self.host) else { throw UnknownHost() }
        let occasions = OccasionStore(connection: connection)
        let kept = try occasions.keep(occasion, as: occasionID, of: host.id, at: now)
        try ImportStore(connection: connection).insert(
          Import(
            id: id, host: host.id, occasion: try occasions.occasion(kept, of: host.id),
            listName: list.isEmpty ? Import.listName(for: occasion, file: fileName) : list, fileName: fileName,
            digest: upload.digest, source: source, createdAt: now))
        return host.id
      }
    } catch {
      services.uploads.remove(id)
      throw error
    }
  }

  private func work(
    _ id: ImportID, of host: HostID, _ worker: ImportWorker, _ services: Services
  ) async throws -> Import {
    let waiting = try await services.database.read { try ImportStore(connection: $0).importing(id, of: host) }
    _ = await worker.work(waiting)
    return try await services.database.read { try ImportStore(connection: $0).importing(id, of: host) }
  }
}
