import Acts
import Core
import Evening
import Foundation
import House
import Hummingbird
import Records
import Site

/// A host's parties: the list, a new one, one at a glance, its basics, deleting a draft.
package struct PartyRoutes {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  @Sendable package func list(_ request: Request, _ context: HostContext) async throws -> Response {
    let (host, page) = (context.host.id, request.page("page"))
    let query = request.uri.queryParameters
    let filter = PartyFilter(
      search: query["q"].map(String.init)?.trimmingCharacters(in: .whitespacesAndNewlines) ?? "",
      stage: query["stage"].flatMap { PartyFilter.Stage(rawValue: String($0)) } ?? .all)
    let (total, found, parties) = try await services.read { connection in
      let store = JourneyStore(connection: connection)
      let counts = try store.counts(of: host)
      let (size, found) = (
        PartyListPage.size, filter.isEmpty ? counts.parties : try store.count(of: host, matching: filter)
      )
      return (
        counts.parties, found,
        try store.facts(of: host, with: counts, matching: filter, limit: size, offset: (page - 1) * size)
      )
    }
    let pager = Pager(page: page, size: PartyListPage.size, total: found)
    let list = PartyListPage(parties: parties, pager: pager, filter: filter, total: total, now: services.now())
    return services.page(list, for: context)
  }

  @Sendable package func new(_ request: Request, _ context: HostContext) async throws -> Response {
    let occasions = try await occasions(context)
    let chosen = request.uri.queryParameters["occasion"].map(String.init)
    let occasion = occasions.first { $0.id.description == chosen } ?? occasions.first
    let entered = PartyBasics(context.host, at: occasion)
    return services.page(PartyFormPage(entered: entered, occasions: occasions), for: context)
  }

  @Sendable package func create(_ request: Request, _ context: HostContext) async throws -> Response {
    let entered = PartyBasics(try await Form(request, limit: 1 << 16), instead: PartyBasics(context.host))
    let occasions = try await occasions(context)
    var errors = entered.errors(occasions: occasions, minutesNow: nil, in: services.zones)
    let full = try await services.read { [services] connection in
      try PartyQuota(services: services, connection: connection).refusal(of: context.host.id)
    }
    if let full { errors["title"] = full }
    guard errors.isEmpty else {
      let page = PartyFormPage(entered: entered, occasions: occasions, errors: errors)
      return services.page(page, for: context, status: .unprocessableContent)
    }
    var party = Party(
      id: services.newID(), host: context.host, title: entered.title, occasion: nil, form: entered.form,
      at: services.now())
    entered.apply(to: &party, in: services.zones)
    try await services.write { [party] in try PartyStore(connection: $0).insert(party) }
    return .redirect(to: .choosing(party.id))
  }

  @Sendable package func show(_ request: Request, _ context: PartyContext) async throws -> Response {
    var facts = try await services.facts(context)
    // A circle belongs to its owner, along with all its members.
    if !context.isOwner { facts.circle = nil }
    let saved = request.uri.queryParameters["saved"].map(String.init) ?? ""
    let page = PartyPage(
      facts: facts, hostName: context.host.name, isOwner: context.isOwner, saved: saved, now: services.now())
    return services.page(page, for: context)
  }

  @Sendable package func showBasics(_ request: Request, _ context: PartyContext) async throws -> Response {
    let party = try await services.editableParty(context)
    let page = PartyFormPage(party: party, entered: PartyBasics(party), occasions: try await occasions(context))
    return services.page(page, for: context)
  }

  @Sendable package func saveBasics(_ request: Request, _ context: PartyContext) async throws -> Response {
    let party = try await services.editableParty(context)
    let entered = PartyBasics(try await Form(request, limit: 1 << 16), instead: PartyBasics(party))
    let occasions = try await occasions(context)
    let errors = entered.errors(occasions: occasions, minutesNow: party.minutes, in: services.zones)
    guard errors.isEmpty else {
      let page = PartyFormPage(party: party, entered: entered, occasions: occasions, errors: errors)
      return services.page(page, for: context, status: .unprocessableContent)
    }
    try await services.write { [services] connection in
      let store = PartyStore(connection: connection)
      var changed = try store.editableParty(party.id, of: context.host.id)
      let before = changed
      entered.apply(to: &changed, in: services.zones)
      let isLonger = (changed.minutes, changed.zone) != (before.minutes, before.zone)
      // Their calendars have the old end, or the old zone.
      if isLonger, changed.stage == .scheduled { try changed.apply(.changeEntry, at: services.now()) }
      try store.update(changed, at: services.now())
      if isLonger { try DateTelling(changed, services: services, connection: connection).tellEverybody() }
    }
    await services.floors.reopen(party.id, services)
    services.wakeOutbox()
    return .redirect(to: .party(party.id))
  }

  @Sendable package func askDeletion(_ request: Request, _ context: HostContext) async throws -> Response {
    let facts = try await services.facts(context)
    guard facts.canBeDeleted else { throw AppError.conflict(Message("party.delete.refused")) }
    return services.page(PartyDeletionPage(party: facts.party, guestCount: facts.guests.count), for: context)
  }

  @Sendable package func delete(_ request: Request, _ context: HostContext) async throws -> Response {
    let (id, host) = (try context.id("party", of: Entity.Party.self), context.host.id)
    try await services.write { connection in
      let facts = try JourneyStore(connection: connection).facts(id, of: host)
      guard facts.canBeDeleted else { throw AppError.conflict(Message("party.delete.refused")) }
      try PartyStore(connection: connection).delete(id, of: host)
    }
    await services.forget(PersonErasure.Traces())
    return .redirect(to: .parties)
  }

  private func occasions(_ context: some Hosting) async throws -> [KnownOccasion] {
    let host = context.host.id
    return try await services.read { try KnownOccasionStore(connection: $0).occasions(of: host) }
  }
}

extension Services {
  /// The facts about the party the path names.
  package func facts(_ context: some Hosting) async throws -> PartyFacts {
    let (id, host) = (try context.id("party", of: Entity.Party.self), context.host.id)
    return try await read { try JourneyStore(connection: $0).facts(id, of: host) }
  }

  /// The party the path names, unless it is over or cancelled.
  func editableParty(_ context: some Hosting) async throws -> Party {
    let (id, host) = (try context.id("party", of: Entity.Party.self), context.host.id)
    return try await read { try PartyStore(connection: $0).editableParty(id, of: host) }
  }
}
