import Core
import Foundation
import House
import Hummingbird
import Records
import Site

/// The mail that came in, beside the guests of a party.
package struct IncomingRoutes {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  @Sendable package func show(_ request: Request, _ context: PartyContext) async throws -> Response {
    let id = try context.id("party", of: Entity.Party.self)
    let page = try await services.read { [now = services.now()] connection in
      let facts = try JourneyStore(connection: connection).facts(id, of: context.host.id)
      return IncomingPage(facts: facts, mails: try GuestMailStore(connection: connection).mails(of: id), now: now)
    }
    return services.page(page, for: context)
  }

  /// The host has dealt with it: entered an answer, or nothing needs doing.
  @Sendable package func settle(_ request: Request, _ context: PartyContext) async throws -> Response {
    let form = try await Form(request, limit: 1 << 16)
    let id = try context.id("party", of: Entity.Party.self)
    guard let guest = GuestID(form.text("guest")), let mail = IncomingMailID(form.text("mail")) else {
      throw AppError.notFound
    }
    let isTheirs = try await services.write { [now = services.now()] connection in
      let party = try PartyStore(connection: connection).party(id, of: context.host.id)
      _ = try GuestStore(connection: connection).guest(guest, of: party.id)
      return try GuestMailStore(connection: connection).settle(mail, of: guest, at: now)
    }
    guard isTheirs else { throw AppError.notFound }
    return .redirect(to: form.text("back") == "guest" ? .guestHistory(id, guest) : .incoming(id))
  }
}
