import Acts
import Core
import House
import Hummingbird
import Records
import Site

/// A host's actions on a proposal: accepting it, exchanging somebody, leaning another way.
package struct ProposalRoutes {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  /// Accepts the table that was seen, whatever would be proposed by now, and leads on.
  @Sendable package func take(_ request: Request, _ context: HostContext) async throws -> Response {
    let form = try await Form(request, limit: 1 << 16)
    let people = form.all("guest").compactMap { PersonID($0) }
    guard !people.isEmpty, people.count <= PartyBasics.seatBounds.upperBound else { throw AppError.malformed }
    let stay = try await change(context, form, people) { shortlist, written in
      shortlist.take(people, keeping: written)
    }
    return try await services.facts(context).following.map { .redirect(to: $0) } ?? stay
  }

  @Sendable package func exchange(_ request: Request, _ context: HostContext) async throws -> Response {
    let form = try await Form(request, limit: 1 << 16)
    guard let leaving = PersonID(form.text("person")), let newcomer = PersonID(form.text("newcomer")),
      leaving != newcomer
    else { throw AppError.malformed }
    return try await change(context, form, [leaving, newcomer]) { shortlist, written in
      if written.contains(leaving) { throw AppError.conflict(Message("choosing.refused.written")) }
      shortlist.exchange(leaving, for: newcomer)
    }
  }

  @Sendable package func lean(_ request: Request, _ context: HostContext) async throws -> Response {
    let (id, host) = (try context.id("party", of: Entity.Party.self), context.host.id)
    let form = try await Form(request, limit: 1 << 16)
    let steps = ["breadth", "acquaintance", "mixture", "generations"].compactMap { form.number($0, in: Leaning.steps) }
    guard steps.count == 4 else { throw AppError.malformed }
    let leaning = Leaning(breadth: steps[0], acquaintance: steps[1], mixture: steps[2], generations: steps[3])
    try await services.write { connection in
      let party = try PartyStore(connection: connection).editableParty(id, of: host)
      try ProposalStore(connection: connection).save(leaning, of: party.id)
    }
    return .redirect(to: ChoosingQuery(form).location(id) + "#proposal")
  }

  private func change(
    _ context: HostContext, _ form: Form, _ people: [PersonID],
    _ change: @escaping @Sendable (inout Shortlist, Set<PersonID>) throws -> Void
  ) async throws -> Response {
    let (id, host) = (try context.id("party", of: Entity.Party.self), context.host.id)
    try await services.write { [services] connection in
      let party = try PartyStore(connection: connection).editableParty(id, of: host)
      try ShortlistStore(services: services, connection: connection).change(party, naming: people, change)
    }
    return .redirect(to: ChoosingQuery(form).location(id) + "#proposal")
  }
}
