import Acts
import Core
import Foundation
import House
import Hummingbird
import Records
import Site

/// Whom to invite: candidates by relevance beside the shortlist.
package struct ChoosingRoutes {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  /// Whom to choose from is the owner's address book; who hosts with them sees whom they have chosen.
  @Sendable package func show(_ request: Request, _ context: PartyContext) async throws -> Response {
    guard context.isOwner else {
      let facts = try await services.facts(context)
      return services.page(ChosenPage(facts: facts, owner: context.host.name, now: services.now()), for: context)
    }
    let page = try await page(context, ChoosingQuery(request))
    return services.page(page, for: context)
  }

  /// Topic and question, which are also those of the substance.
  @Sendable package func saveTheme(_ request: Request, _ context: HostContext) async throws -> Response {
    let id = try context.id("party", of: Entity.Party.self)
    let form = try await Form(request, limit: 1 << 16)
    let entered = SubstanceEntry(form, keeping: [.contribution])
    let errors = try await services.save(entered, party: id, of: context.host.id)
    guard errors.isEmpty else {
      var page = try await page(context, ChoosingQuery(form))
      (page.topic, page.question, page.errors) = (entered[.topic], entered[.question], errors)
      return services.page(page, for: context, status: .unprocessableContent)
    }
    return .redirect(to: ChoosingQuery(form).at(page: 1).location(id) + "#proposal")
  }

  @Sendable package func changeShortlist(_ request: Request, _ context: HostContext) async throws -> Response {
    let (id, host) = (try context.id("party", of: Entity.Party.self), context.host.id)
    let form = try await Form(request, limit: 1 << 16)
    guard let action = ShortlistAction(rawValue: form.text("change")), let person = PersonID(form.text("person")) else {
      throw AppError.malformed
    }
    try await services.write { [services] connection in
      let party = try PartyStore(connection: connection).editableParty(id, of: host)
      try ShortlistStore(services: services, connection: connection).apply(action, to: person, party: party)
    }
    return .redirect(to: ChoosingQuery(form).location(id) + "#choosing")
  }

  @Sendable package func changeSeats(_ request: Request, _ context: HostContext) async throws -> Response {
    let id = try context.id("party", of: Entity.Party.self)
    let form = try await Form(request, limit: 1 << 16)
    guard let seats = form.number("seats", in: PartyBasics.seatBounds) else { throw AppError.malformed }
    try await services.change(id, of: context.host.id) { party, _ in party.seats = seats }
    return .redirect(to: ChoosingQuery(form).location(id) + "#choosing")
  }

  private func page(_ context: some Hosting, _ query: ChoosingQuery) async throws -> ChoosingPage {
    let (id, host) = (try context.id("party", of: Entity.Party.self), context.host)
    let now = services.now()
    return try await services.read { [services] connection in
      try ChoosingReader(pool: services.candidates, connection: connection, now: now, zones: services.zones)
        .page(id, of: host, query)
    }
  }
}

/// Gathers what the page of choosing shows.
struct ChoosingReader {
  let pool: CandidatePool
  let connection: Transaction
  let now: Date
  let zones: Zones

  func page(_ id: PartyID, of host: Host, _ query: ChoosingQuery) throws -> ChoosingPage {
    let facts = try JourneyStore(connection: connection).facts(id, of: host.id)
    let store = CandidateStore(connection: connection)
    let lists = try store.lists(of: host.id)
    let list = list(query.list, lists, facts.party)
    var query = query
    query.list = list.map(ChoosingQuery.List.one) ?? .all
    let candidates = try candidates(facts, list: list, query, store)
    let pages = max(1, (candidates.count + ChoosingQuery.pageSize - 1) / ChoosingQuery.pageSize)
    query.page = min(query.page, pages)
    let shown = Array(candidates.dropFirst((query.page - 1) * ChoosingQuery.pageSize).prefix(ChoosingQuery.pageSize))
    let details = try store.details(of: shown.map(\.id), host: host.id)
    return ChoosingPage(
      facts: facts, hostName: host.name, topic: facts.party.substance.topic, question: facts.party.substance.question,
      lists: lists, query: query,
      candidates: shown.map { CandidateRow(candidate: $0, details: details[$0.id] ?? CandidateDetails()) },
      total: candidates.count,
      proposal: try ProposalReader(pool: pool, connection: connection, now: now, zones: zones)
        .proposal(facts, list: list, hostName: host.name),
      objected: try SuppressionStore(connection: connection).listed(among: details.values.map(\.email)), now: now)
  }

  /// An unknown list is taken for everybody.
  private func list(_ chosen: ChoosingQuery.List, _ lists: [ChoosableList], _ party: Party) -> CandidateList? {
    switch chosen {
    case .suggested: lists.first { $0.occasion == party.occasion }.map { CandidateList($0.id) }
    case .all: nil
    case .one(let list): lists.contains { $0.id == list.id } ? list : nil
    }
  }

  /// Those who aren't on the shortlist, best first.
  private func candidates(
    _ facts: PartyFacts, list: CandidateList?, _ query: ChoosingQuery, _ store: CandidateStore
  ) throws -> [RankedCandidate] {
    let ranking = try pool.ranking(for: facts, list: list, connection: connection, at: now)
    let dealtWith = Set(facts.guests.map(\.guest.person))
    let found = query.search.isEmpty ? nil : try store.found(query.search, of: facts.party.host)
    return ranking.filter { !dealtWith.contains($0.id) && (found?.contains($0.id) ?? true) }
  }
}
