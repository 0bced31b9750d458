import Acts
import Core
import Evening
import Foundation
import House
import Hummingbird
import Records
import Site

/// A guest of honour's actions through their one link, besides answering. For every other guest these pages don't
/// exist.
package struct HonourVisitRoutes {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  @Sendable package func brief(_ request: Request, _ context: GuestMay<Right.Brief>) async throws -> Response {
    let view = try await services.personalView(context.link)
    guard let visit = view.visit else { throw AppError.notFound }
    return services.page(
      HonourBriefPage(
        brief: visit.brief, zones: view.zones, back: .personal(context.token),
        site: services.settings.publicURL.absoluteString), for: context.link)
  }

  @Sendable package func lateness(_ request: Request, _ context: GuestMay<Right.Lateness>) async throws -> Response {
    let entry = try LatenessEntry(try await Form(request, limit: 1 << 12))
    try await services.write { [services] connection in
      try HonourLateness(services: services, connection: connection).take(entry, from: context)
    }
    try await HonourNews(services: services, guest: context.guest, party: context.party).tellLateness()
    return .saved("lateness", for: context.link)
  }

  /// They leave, and nobody has to be asked; this works in the room too.
  @Sendable package func depart(_ request: Request, _ context: GuestMay<Right.Depart>) async throws -> Response {
    let now = Moment(services.now())
    try await services.write { [services] connection in
      let person = try GuestVisit(services: services, connection: connection).person(context)
      try HonourStore(connection: connection).leave(person.guest.id, at: now)
    }
    // Refused to somebody who is not in the room, who then has nothing to leave.
    try? await services.floors.request(.leave, by: context.link.participant, at: context.party, services)
    return .saved("departure", for: context.link)
  }

  @Sendable package func again(_ request: Request, _ context: GuestMay<Right.Again>) async throws -> Response {
    guard let again = ["yes": true, "no": false][try await Form(request, limit: 1 << 12).text("again")] else {
      throw AppError.malformed
    }
    try await services.write { [services] connection in
      let person = try GuestVisit(services: services, connection: connection).person(context)
      let store = HonourStore(connection: connection)
      guard var honour = try store.honour(person.guest.id), honour.arrivedAt != nil else { throw AppError.notFound }
      honour.again = again
      try store.update(honour)
    }
    return .saved("again", for: context.link)
  }

  @Sendable package func nameAssistant(_ request: Request, _ context: GuestMay<Right.Delegate>) async throws -> Response
  {
    let form = try await Form(request, limit: 1 << 14)
    do {
      try await services.write { [services] connection in
        try AssistantNaming(services: services, connection: connection).take(form, from: context)
      }
    } catch let errors as FieldErrors {
      return services.personalPage(try await services.personalView(context.link), errors: errors, for: context.link)
    }
    services.wakeOutbox()
    return .saved(form.text("remove") == "1" ? "assistantGone" : "assistant", for: context.link)
  }
}
