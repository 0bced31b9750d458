import Acts
import Core
import Foundation
import House
import Hummingbird
import Records
import Site

/// Choosing guests: candidates by relevance beside the shortlist.
package struct ChoosingRoutes {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  /// The owner chooses from their own address book; the co-host sees whom they have chosen.
  @Sendable package func show(_ request: Request, _ context: PartyContext) async throws -> Response {
    guard context.isOwner else {
      let facts = try await services.facts(context)
      return services.page(ChosenPage(facts: facts, owner: context.host.name, now: services.now()), for: context)
    }
    let page = try await page(context, ChoosingQuery(request))
    return services.page(page, for: context)
  }

  /// Topic and question, shared with the substance.
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
    let draft = try await services.read { [services] in
      try ChoosingDraft(id, of: host, query, pool: services.candidates, $0, at: services.now())
    }
    let result = try await OwnThread.run { [zones = services.zones] in
      draft.material.result(hostName: host.name, zones: zones)
    }
    return try await services.read { try draft.page(result, $0) }
  }
}

/// The content of the choosing page, as far as it is read before anything is computed from it.
struct ChoosingDraft: Sendable {
  let material: ChoosingMaterial
  private let host: Host
  private let lists: [ChoosableList]
  private let query: ChoosingQuery
  /// The people found by the search; nil if there is no search.
  private let found: Set<PersonID>?
  private let now: Date

  init(_ id: PartyID, of host: Host, _ query: ChoosingQuery, pool: CandidatePool, _ t: Transaction, at now: Date) throws
  {
    let facts = try JourneyStore(connection: t).facts(id, of: host.id)
    let store = CandidateStore(connection: t)
    lists = try store.lists(of: host.id)
    let list = Self.list(query.list, lists, facts.party)
    material = try ChoosingMaterial(facts, list: list, pool: pool, connection: t, at: now)
    found = query.search.isEmpty ? nil : try store.found(query.search, of: host.id)
    var query = query
    query.list = list.map(ChoosingQuery.List.one) ?? .all
    (self.host, self.query, self.now) = (host, query, now)
  }

  /// Somebody erased in the meantime is shown once more, by name alone.
  func page(_ result: ChoosingMaterial.Result, _ t: Transaction) throws -> ChoosingPage {
    let (facts, candidates) = (material.facts, self.candidates(result.ranking))
    let pages = max(1, (candidates.count + ChoosingQuery.pageSize - 1) / ChoosingQuery.pageSize)
    var query = self.query
    query.page = min(query.page, pages)
    let shown = Array(candidates.dropFirst((query.page - 1) * ChoosingQuery.pageSize).prefix(ChoosingQuery.pageSize))
    let details = try CandidateStore(connection: t).details(of: shown.map(\.id), host: host.id)
    return ChoosingPage(
      facts: facts, hostName: host.name, topic: facts.party.substance.topic, question: facts.party.substance.question,
      lists: lists, query: query,
      candidates: shown.map { CandidateRow(candidate: $0, details: details[$0.id] ?? CandidateDetails()) },
      total: candidates.count, proposal: result.proposal,
      objected: try SuppressionStore(connection: t).listed(among: details.values.map(\.email)), now: now)
  }

  /// An unknown list counts as everybody.
  private static func list(_ chosen: ChoosingQuery.List, _ lists: [ChoosableList], _ party: Party) -> CandidateList? {
    switch chosen {
    case .suggested: lists.first { $0.occasion == party.occasion }.map { CandidateList($0.id) }
    case .all: nil
    case .one(let list): lists.contains { $0.id == list.id } ? list : nil
    }
  }

  /// People who aren't on the shortlist, best first.
  private func candidates(_ ranking: [RankedCandidate]) -> [RankedCandidate] {
    let dealtWith = Set(material.facts.guests.map(\.guest.person))
    return ranking.filter { !dealtWith.contains($0.id) && (found?.contains($0.id) ?? true) }
  }
}
