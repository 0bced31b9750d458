import Acts
import Core
import House
import Hummingbird
import Records
import Site

/// The things that make a party worth an hour: topic, opening question, own contribution.
package struct SubstanceRoutes {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  @Sendable package func show(_ request: Request, _ context: PartyContext) async throws -> Response {
    let facts = try await services.facts(context)
    let isSaved = request.uri.queryParameters["saved"] != nil
    let page = SubstancePage(facts: facts, entered: facts.party.substance, isSaved: isSaved, now: services.now())
    return services.page(page, for: context)
  }

  @Sendable package func save(_ request: Request, _ context: PartyContext) async throws -> Response {
    let id = try context.id("party", of: Entity.Party.self)
    let entry = SubstanceEntry(try await Form(request, limit: 1 << 16))
    let before = Self.hints(try await services.facts(context))
    let errors = try await services.save(entry, party: id, of: context.host.id)
    guard errors.isEmpty else {
      let facts = try await services.facts(context)
      let page = SubstancePage(
        facts: facts, entered: entry.applied(to: facts.party.substance), errors: errors, now: services.now())
      return services.page(page, for: context, status: .unprocessableContent)
    }
    // Thin texts are pointed out here once; anybody who presses again, or whose texts are good, is led on.
    let facts = try await services.facts(context)
    guard facts.party.substance.isComplete, Self.hints(facts).isSubset(of: before), let following = facts.following
    else {
      return .redirect(to: Path.substance(id).query([("saved", "1")]))
    }
    return .redirect(to: following.query([("saved", "substance")]))
  }

  private static func hints(_ facts: PartyFacts) -> Set<Hint> {
    Set(Rubric.hints(for: facts.party.substance, language: facts.party.form.language))
  }
}
