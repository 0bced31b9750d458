import Acts
import Core
import Foundation
import House
import Hummingbird
import Records
import Site

/// A host's answers on the preview of a list: the identity of people, and the list's newer facts.
package struct ImportAnswerRoutes {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  /// Missing answers stay open.
  @Sendable package func answerLikenesses(_ request: Request, _ context: HostContext) async throws -> Response {
    let importing = try await importing(context)
    let form = try await Form(request, limit: 1 << 18)
    let host = context.host.id
    try await services.write { connection in
      try ImportStore(connection: connection).demandReady(importing.id, of: host)
      let store = ImportLikenessStore(connection: connection, importing: importing.id, host: host)
      let identification = RowIdentification(connection: connection, importing: importing)
      for row in try store.questions(limit: ImportLikenesses.size) {
        guard let answer = RowLikeness.Answer(rawValue: form.text("alike\(row.position)")) else { continue }
        try identification.take(answer, about: row)
      }
    }
    return .redirect(to: Path.importing(importing.id).text + "#alike")
  }

  /// Accepts the ticked ones of those shown, all, or none.
  @Sendable package func takeDifferences(_ request: Request, _ context: HostContext) async throws -> Response {
    let importing = try await importing(context)
    let page = ImportPages(request).differences
    let form = try await Form(request, limit: 1 << 18)
    let host = context.host.id
    try await services.write { connection in
      try ImportStore(connection: connection).demandReady(importing.id, of: host)
      let store = ImportDifferenceStore(connection: connection, importing: importing.id)
      switch form.text("take") {
      case "all": try store.takeAll()
      case "nothing": try store.takeNothing()
      default:
        for row in try store.page(page, size: ImportDifferences.size) {
          try store.take(Set(row.differs.filter { form.has(ImportDifferences.name(row, $0)) }), of: row)
        }
      }
    }
    return .redirect(
      to: Path.importing(importing.id).query([("differences", page == 1 ? "" : String(page))]) + "#differences")
  }

  private func importing(_ context: HostContext) async throws -> Import {
    let id = try context.id("import", of: Entity.Import.self)
    let importing = try await services.read { try ImportStore(connection: $0).importing(id, of: context.host.id) }
    guard importing.state == .ready else { throw AppError.conflict(Message("import.conflict")) }
    return importing
  }
}
