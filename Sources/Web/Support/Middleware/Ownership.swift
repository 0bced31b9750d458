import Core
import Database
import Hummingbird

/// Whatever a host's URL names belongs to that host, or the page does not exist: asked before any handler looks at what
/// was sent. Stores ask for the host's id all the same.
struct Ownership: RouterMiddleware {
  let services: Services

  func handle(
    _ request: Request, context: HostContext, next: (Request, HostContext) async throws -> Response
  ) async throws -> Response {
    let named = Set(context.parameters.map { String($0.key) })
    let host = context.host.id
    let party = named.contains("party") ? try context.id("party", of: Entity.Party.self) : nil
    let person = named.contains("person") ? try context.id("person", of: Entity.Person.self) : nil
    let list = named.contains("import") ? try context.id("import", of: Entity.Import.self) : nil
    let circle = named.contains("circle") ? try context.id("circle", of: Entity.Circle.self) : nil
    if party != nil || person != nil || list != nil || circle != nil {
      let isOwn = try await services.database.read { connection in
        let store = OwnershipStore(connection: connection, host: host)
        return try party.map(store.owns) != false && person.map(store.owns) != false && list.map(store.owns) != false
          && circle.map(store.owns) != false
      }
      guard isOwn else { throw AppError.notFound }
    }
    return try await next(request, context)
  }
}
