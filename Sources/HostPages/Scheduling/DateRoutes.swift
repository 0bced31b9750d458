import Acts
import Core
import Foundation
import House
import Hummingbird
import Records
import Site

/// The host's pages about the date: plan, votes, confirmation, change, cancellation.
package struct DateRoutes {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  /// The known facts about the date, or the form as long as there are none.
  @Sendable package func show(_ request: Request, _ context: PartyContext) async throws -> Response {
    let view = try await view(context)
    let saved = request.uri.queryParameters["saved"].map(String.init) ?? ""
    guard view.facts.party.dateKind != .open || !view.facts.party.isPlannable else {
      var page = DatePlanPage(view, plan: view.plan(in: services.zones))
      page.saved = saved
      return services.page(page, for: context)
    }
    var page = DatePage(view: view)
    page.saved = saved
    return services.page(page, for: context)
  }

  @Sendable package func edit(_ request: Request, _ context: PartyContext) async throws -> Response {
    let view = try await view(context)
    guard view.facts.party.isPlannable else { return .redirect(to: .date(view.facts.party.id)) }
    return services.page(DatePlanPage(view, plan: view.plan(in: services.zones)), for: context)
  }

  /// Saves the plan; the buttons that add or remove a row just show the form again.
  @Sendable package func save(_ request: Request, _ context: PartyContext) async throws -> Response {
    let form = try await Form(request, limit: 1 << 16)
    var plan = DatePlan(form)
    let view = try await view(context)
    if plan.edit(form) { return services.page(DatePlanPage(view, plan: plan), for: context) }
    do {
      let (checked, marks) = (try CheckedDatePlan(plan, now: services.now(), in: services.zones), plan)
      try await services.write { [services] connection in
        try DatePlanning(services: services, connection: connection).store(
          checked, marks: marks, party: view.facts.party.id, host: context.host)
      }
    } catch let errors as FieldErrors {
      return services.page(
        DatePlanPage(view, plan: plan, errors: errors), for: context, status: .unprocessableContent)
    }
    services.wakeOutbox()
    let following = try await services.facts(context).following ?? .date(view.facts.party.id)
    return .redirect(to: following.query([("saved", "date")]))
  }

  /// One guest's switch, as long as a date is looked for.
  @Sendable package func mustHave(_ request: Request, _ context: PartyContext) async throws -> Response {
    let form = try await Form(request, limit: 1 << 16)
    let id = try context.id("party", of: Entity.Party.self)
    guard let guest = GuestID(form.text("guest")) else { throw AppError.notFound }
    try await services.write { connection in
      let party = try PartyStore(connection: connection).party(id, of: context.host.id)
      guard party.isPlannable else { throw AppError.conflict(Message("scheduling.mustHave.late")) }
      var known = try GuestStore(connection: connection).guest(guest, of: party.id).guest
      known.isMustHave = form.text("must") == "1"
      try GuestStore(connection: connection).update(known)
    }
    return .redirect(to: .guestHistory(id, guest))
  }

  func view(_ context: PartyContext) async throws -> DateView {
    let id = try context.id("party", of: Entity.Party.self)
    return try await services.read { [services] connection in
      try DateView(id, host: context.host.id, connection: connection, now: services.now())
    }
  }
}
