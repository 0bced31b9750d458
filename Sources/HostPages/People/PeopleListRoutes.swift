import Acts
import Core
import Foundation
import House
import Hummingbird
import Records
import Site

/// A list from the web, fetched again.
package struct PeopleListRoutes {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  /// The new version is shown like an upload, with the changes, before anything is saved.
  @Sendable package func refresh(_ request: Request, _ context: HostContext) async throws -> Response {
    let host = context.host.id
    let listID = try context.id("list", of: Entity.PeopleList.self)
    let list = try await services.read { try PeopleListStore(connection: $0).list(listID, of: host) }
    guard let list else { throw AppError.notFound }
    guard !list.address.isEmpty else { throw AppError.malformed }
    let id: ImportID = services.newID()
    do {
      let file = try await services.keepProgramme(at: list.address, for: id, of: host)
      let importing = Import(
        id: id, host: host, occasion: list.occasion, listName: list.name, fileName: file.fileName,
        digest: file.digest, address: list.address, source: list.source, list: list.id, createdAt: services.now())
      try await services.write { try ImportStore(connection: $0).insert(importing) }
    } catch {
      services.uploads.remove(id)
      guard let errors = error as? FieldErrors, let message = errors["address"] else { throw error }
      throw AppError.conflict(message)
    }
    services.wakeImports()
    return .redirect(to: .importing(id))
  }
}
