import Acts
import Core
import House
import Hummingbird
import Records
import Site

/// Two people who are one: find the other, look at the result, merge.
package struct PersonMergeRoutes {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  @Sendable package func show(_ request: Request, _ context: HostContext) async throws -> Response {
    let host = context.host.id
    let id = try context.id("person", of: Entity.Person.self)
    let query = PeopleQuery(words: PeopleQuery(request).words)
    let other = request.uri.queryParameters["with"].flatMap { PersonID(String($0)) }
    let page = try await services.read { connection in
      let store = PersonStore(connection: connection)
      let person = try store.person(id, of: host)
      guard let other, other != id else {
        let found =
          query.isEmpty ? [] : try AddressBookStore(connection: connection).page(1, of: query, of: host).people
        return PersonMergePage(person: person, words: query.words, found: found.filter { $0.id != id })
      }
      return PersonMergePage(
        person: person, other: try store.person(other, of: host),
        obstacles: try PersonUnion(connection: connection).commonInvitations(id, other))
    }
    return services.page(page, for: context)
  }

  @Sendable package func merge(_ request: Request, _ context: HostContext) async throws -> Response {
    let id = try context.id("person", of: Entity.Person.self)
    let form = try await Form(request, limit: 1 << 16)
    guard let other = PersonID(form.text("other")) else { throw AppError.malformed }
    let now = services.now()
    try await services.write {
      try PersonUnion(connection: $0).unite(id, with: other, of: context.host.id, at: now)
    }
    return .redirect(to: Path.person(id).query([("saved", "1")]))
  }
}
