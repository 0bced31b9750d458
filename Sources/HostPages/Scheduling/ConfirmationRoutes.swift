import Acts
import Core
import Evening
import Foundation
import House
import Hummingbird
import Records
import Site

/// Confirming, moving or cancelling the date. Each is one press, one transaction, and mail to the people concerned.
package struct ConfirmationRoutes {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  /// Confirms a slot or the fixed date; once a date is confirmed, moves it to the one in the form.
  @Sendable package func confirm(_ request: Request, _ context: PartyContext) async throws -> Response {
    let form = try await Form(request, limit: 1 << 16)
    let view = try await DateRoutes(services: services).view(context)
    let party = view.facts.party
    do {
      let deed = try DateChoice(form).deed(at: party, slots: view.facts.poll.slots, zones: services.zones)
      guard let deed else { return .redirect(to: .date(party.id)) }
      return try await press(deed, context)
    } catch let problem as FieldProblem {
      let errors = FieldErrors([problem.field: problem.message])
      let page = DatePage(view: view, moving: Self.typed(form), errors: errors)
      return services.page(page, for: context, status: .unprocessableContent)
    } catch let refusal as PartyRefusal {
      let page = DatePage(view: view, moving: Self.typed(form), refusal: refusal.message)
      return services.page(page, for: context, status: .unprocessableContent)
    } catch AppError.conflict(let message) {
      let page = DatePage(view: view, moving: Self.typed(form), refusal: message)
      return services.page(page, for: context, status: .conflict)
    }
  }

  private func press(_ deed: HeldAct.Deed, _ context: PartyContext) async throws -> Response {
    let id = try context.id("party", of: Entity.Party.self)
    if try await HeldActs(services: services).press(deed, at: id, of: context.host, by: context.actor) == .done {
      await services.tellFloor(of: deed, at: id)
    }
    return .redirect(to: .date(id))
  }

  /// Shows whom a new date, or the confirmation of the only one, reaches, before it is done.
  @Sendable package func ask(_ request: Request, _ context: PartyContext) async throws -> Response {
    let view = try await DateRoutes(services: services).view(context)
    let query = request.uri.queryParameters
    let names = ["date", "time"].filter { query[$0[...]] != nil }
    let fields = names.map { (name: $0, value: String(query[$0[...]] ?? "")) }
    let form = Form(Dictionary(uniqueKeysWithValues: fields.map { ($0.name, [$0.value]) }))
    let party = view.facts.party
    guard party.confirmedAt != nil || party.isMissed, form.has("date") else { return .redirect(to: .date(party.id)) }
    do {
      let date = try DateChoice(form).entered(party, services.zones)
      let mails = try await HeldActs(services: services).mails(
        by: party.isMissed ? .anew(date) : .move(date), at: party.id, of: context.host)
      let words = phrases(context).inZone(party.zone)
      let page = PreviewPage(
        facts: view.facts, heading: Message("preview.move.title", ["time": words.dayAndClock(date.instant)]),
        mails: mails,
        action: .confirmation(party.id), fields: fields, press: Message("scheduling.move.button"),
        back: .date(party.id))
      return services.page(page, for: context)
    } catch let problem as FieldProblem {
      let errors = FieldErrors([problem.field: problem.message])
      let page = DatePage(view: view, moving: Self.typed(form), errors: errors)
      return services.page(page, for: context, status: .unprocessableContent)
    } catch let refusal as PartyRefusal {
      let page = DatePage(view: view, moving: Self.typed(form), refusal: refusal.message)
      return services.page(page, for: context, status: .unprocessableContent)
    }
  }

  private func phrases(_ context: PartyContext) -> Phrases { services.frame(context.visit, host: context.host).phrases }

  @Sendable package func askCancellation(_ request: Request, _ context: PartyContext) async throws -> Response {
    let view = try await DateRoutes(services: services).view(context)
    return services.page(CancellationPage(facts: view.facts, now: view.now), for: context)
  }

  @Sendable package func cancel(_ request: Request, _ context: PartyContext) async throws -> Response {
    let reason = try await Form(request, limit: 1 << 16).text("reason")
    let view = try await DateRoutes(services: services).view(context)
    guard reason.length <= CancellationPage.longestReason else {
      let error = Message("guests.error.tooLong", ["limit": String(CancellationPage.longestReason)])
      let page = CancellationPage(facts: view.facts, now: view.now, reason: reason, error: error)
      return services.page(page, for: context, status: .unprocessableContent)
    }
    do { return try await press(.cancellation(reason), context) } catch AppError.conflict(let message) {
      let page = CancellationPage(facts: view.facts, now: view.now, reason: reason, error: message)
      return services.page(page, for: context, status: .conflict)
    }
  }

  private static func typed(_ form: Form) -> DatePlan.Row {
    DatePlan.Row(date: form.text("date"), time: form.text("time"))
  }
}
