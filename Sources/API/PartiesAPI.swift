import Acts
import Core
import Evening
import Foundation
import HTTPTypes
import House
import Hummingbird
import Records
import Site

/// A host's parties and their dates. Only hosts write and send letters, because those need what no program has.
struct PartiesAPI {
  let services: Services
  private static let pageSize = 50

  @Sendable func list(_ request: Request, _ context: APIContext) async throws -> Response {
    let (page, host) = (try request.pageNumber(), context.host.id)
    let parties = try await services.read { try PartyStore(connection: $0).parties(of: host) }
    let shown = parties.dropFirst((page - 1) * Self.pageSize).prefix(Self.pageSize)
    return .json(PageValue(items: shown.map { PartyValue($0) }, page: page, total: parties.count))
  }

  @Sendable func create(_ request: Request, _ context: APIContext) async throws -> Response {
    var body = try await APIBody(request)
    var basics = PartyBasics(context.host)
    basics.title = (body.text("title", most: 120) ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
    basics.form = body.choice("form") ?? basics.form
    if let seats = body.number("seats", in: PartyBasics.seatBounds) { basics.seats = "\(seats)" }
    basics.minutes = body.number("minutes", in: PartyBasics.minuteBounds) ?? basics.minutes
    basics.zone = body.text("zone") ?? basics.zone
    try body.finish()
    let errors = basics.errors(occasions: [], minutesNow: nil, in: services.zones)
    guard errors.isEmpty else { throw errors }
    var party = Party(
      id: services.newID(), host: context.host, title: basics.title, occasion: nil, form: basics.form,
      at: services.now())
    basics.apply(to: &party, in: services.zones)
    try await services.write { [services, party] connection in
      if let full = try PartyQuota(services: services, connection: connection).refusal(of: party.host) {
        throw AppError.conflict(full)
      }
      try PartyStore(connection: connection).insert(party)
    }
    var response = Response.json(PartyValue(party), status: .created)
    response.headers[.location] = "/api/v1/parties/\(party.id)"
    return response
  }

  @Sendable func show(_ request: Request, _ context: APIContext) async throws -> Response {
    .json(try await value(context))
  }

  @Sendable func showDate(_ request: Request, _ context: APIContext) async throws -> Response {
    .json(try await value(context).date)
  }

  /// Confirms a slot, or the date the party has; once one is confirmed, moves it.
  @Sendable func setDate(_ request: Request, _ context: APIContext) async throws -> Response {
    let (id, host) = (try context.id("party", of: Entity.Party.self), context.host.id)
    _ = try await services.read { try PartyStore(connection: $0).party(id, of: host) }
    var body = try await APIBody(request)
    let choice = DateChoice(
      slot: body.text("slot") ?? "", date: body.text("date") ?? "", time: body.text("time") ?? "",
      hasDate: body.has("date"))
    try body.finish()
    let outcome: HeldActs.Outcome
    do {
      outcome = try await press(choice, at: id, of: context.host)
    } catch let problem as FieldProblem {
      throw FieldErrors([problem.field: problem.message])
    }
    await services.floors.reopen(id, services)
    services.wakeOutbox()
    return .json(try await value(context).date, status: outcome == .held ? .accepted : .ok)
  }

  /// An act that sends mail is held for some seconds, like a press on a page, where its host can take it back.
  private func press(_ choice: DateChoice, at id: PartyID, of host: Host) async throws -> HeldActs.Outcome {
    let deed = try await services.read { [zones = services.zones] connection in
      let party = try PartyStore(connection: connection).party(id, of: host.id)
      return try choice.deed(at: party, slots: try SlotStore(connection: connection).slots(of: party), zones: zones)
    }
    guard let deed else { return .done }
    return try await HeldActs(services: services).press(deed, at: id, of: host, by: host)
  }

  private func value(_ context: APIContext) async throws -> PartyValue {
    let (id, host) = (try context.id("party", of: Entity.Party.self), context.host.id)
    return try await services.read { connection in
      let party = try PartyStore(connection: connection).party(id, of: host)
      return PartyValue(
        party, slots: try SlotStore(connection: connection).slots(of: party),
        votes: try VoteStore(connection: connection).votes(of: id))
    }
  }
}
