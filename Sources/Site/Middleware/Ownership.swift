import Core
import House
import Hummingbird
import Records

/// Everything a host's URL names belongs to that host, or the page does not exist: this is checked before any handler
/// looks at the input. `SessionReader` has queried it together with the host. Stores require the host's id all the
/// same.
package struct Ownership: RouterMiddleware {

  package init() {
  }
  package func handle(
    _ request: Request, context: HostContext, next: (Request, HostContext) async throws -> Response
  ) async throws -> Response {
    let names = Set(context.parameters.map { String($0.key) })
    if names.contains("party") { _ = try context.id("party", of: Entity.Party.self) }
    if names.contains("person") { _ = try context.id("person", of: Entity.Person.self) }
    if names.contains("import") { _ = try context.id("import", of: Entity.Import.self) }
    if names.contains("circle") { _ = try context.id("circle", of: Entity.Circle.self) }
    guard context.visit.signedIn?.ownsNamed == true else { throw AppError.notFound }
    return try await next(request, context)
  }
}
