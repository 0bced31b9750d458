import Acts
import Core
import Evening
import Foundation
import House
import Hummingbird
import Records
import Site

/// The host's page of the evening: its arc, and the doors.
package struct ProgrammeRoutes {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  @Sendable package func show(_ request: Request, _ context: PartyContext) async throws -> Response {
    let view = try await view(context)
    guard view.facts.canBeEdited else { return .redirect(to: .party(view.facts.party.id)) }
    let isSaved = request.uri.queryParameters["saved"] == "programme"
    return services.page(ProgrammePage(view: view, entered: view.entry, isSaved: isSaved), for: context)
  }

  /// Saves the rows as they are, or replaces them by a preset, or applies a row's button.
  @Sendable package func save(_ request: Request, _ context: PartyContext) async throws -> Response {
    let form = try await Form(request, limit: 1 << 16)
    let party = try await services.editableParty(context)
    let view = try await view(context)
    var entered = try entry(form, view)
    entered.change(form.text("change"))
    let errors = entered.errors
    guard errors.isEmpty else { return refused(view, entered, errors, context) }
    do {
      try await services.floors.request(.programme(parts: try entered.parts()), by: .host, at: party.id, services)
    } catch AppError.conflict(let refusal) {
      return refused(view, entered, FieldErrors(["rows": refusal]), context)
    }
    try await keep(entered, of: party.id, before: view.entry)
    return .redirect(to: Path.programme(party.id).query([("saved", "programme")]))
  }

  /// Stores whether the door opens automatically.
  @Sendable package func keepOpening(_ request: Request, _ context: PartyContext) async throws -> Response {
    let form = try await Form(request, limit: 1 << 12)
    let id = try await services.editableParty(context).id
    let now = services.now()
    try await services.write { connection in
      let store = PartyStore(connection: connection)
      var party = try store.party(id, of: context.host.id)
      party.opensItself = form.has("itself")
      try store.update(party, at: now)
    }
    if form.text("back") == "party" { return .redirect(to: .party(id)) }
    return .redirect(to: Path.programme(id).query([("saved", "programme")]))
  }

  private func entry(_ form: Form, _ view: ProgrammeView) throws -> ProgrammeEntry {
    var entered = ProgrammeEntry(form)
    if Int(entered.tableLimit) != nil, Int(typed: entered.tableLimit, in: 2...6) == nil { throw AppError.malformed }
    switch form.text("preset") {
    case "": break
    case "guestOfHonour":
      entered.rows = rows(.presetWithGuestOfHonour(minutes: view.facts.party.minutes).fitting(people: view.people))
    case let text:
      guard let minutes = Int(typed: text, in: ProgrammeEntry.minutes), ProgrammePage.presets.contains(minutes) else {
        throw AppError.malformed
      }
      entered.rows = rows(.preset(minutes: minutes).fitting(people: view.people))
    }
    return entered
  }

  private func rows(_ programme: Programme) -> [ProgrammeEntry.Row] { ProgrammeEntry(programme, tableLimit: 0).rows }

  /// All of this is part of a floor's setup. Without a relay, nobody could be reached through it alone.
  private func keep(_ entered: ProgrammeEntry, of party: PartyID, before: ProgrammeEntry) async throws {
    let limit = Int(typed: entered.tableLimit, in: 2...6) ?? Int(typed: before.tableLimit, in: 2...6) ?? 4
    let plan = EveningPlan(
      programme: nil, tableLimit: limit, hidesAddresses: entered.hidesAddresses && services.hasRelay,
      meeting: entered.meeting)
    let isSame =
      (String(limit), plan.hidesAddresses, plan.meeting) == (before.tableLimit, before.hidesAddresses, before.meeting)
    guard !isSame else { return }
    try await services.write { try PartyStageStore(connection: $0).keep(plan, of: party) }
    await services.floors.reopen(party, services)
  }

  private func refused(
    _ view: ProgrammeView, _ entered: ProgrammeEntry, _ errors: FieldErrors, _ context: PartyContext
  ) -> Response {
    services.page(
      ProgrammePage(view: view, entered: entered, errors: errors), for: context, status: .unprocessableContent)
  }

  private func view(_ context: PartyContext) async throws -> ProgrammeView {
    let facts = try await services.facts(context)
    let id = facts.party.id
    let (plan, tests) = try await services.read { connection in
      let tests = try LineTestStore(connection: connection).results(at: id)
      return (try PartyStageStore(connection: connection).plan(of: id), tests)
    }
    let people = facts.guests.count(where: \.isExpected) + 1
    let usual = Programme.preset(minutes: facts.party.minutes).fitting(people: people)
    return ProgrammeView(
      facts: facts, entry: ProgrammeEntry(plan, usual: usual), now: services.now(), tests: tests,
      hasRelay: services.hasRelay)
  }
}

/// The content of the evening page.
struct ProgrammeView: Sendable {
  let facts: PartyFacts
  /// As stored, or the preset that fits.
  let entry: ProgrammeEntry
  let now: Date
  /// The results of guests' line tests.
  var tests: [GuestID: LineTestStore.Result] = [:]
  var hasRelay = true

  /// The number of people who have said that they come, including the host.
  var people: Int { facts.guests.count(where: \.isExpected) + 1 }
}
