import Acts
import Core
import Evening
import Foundation
import House
import Hummingbird
import Records
import Site

/// The host's page about one guest, and their link.
package struct GuestRoutes {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  @Sendable package func show(_ request: Request, _ context: PartyContext) async throws -> Response {
    var page = try await page(context)
    page.replaced = request.uri.queryParameters["link"].map(String.init) ?? ""
    page.saved = request.uri.queryParameters["saved"].map(String.init) ?? ""
    return services.page(page, for: context)
  }

  package func page(_ context: PartyContext) async throws -> GuestPage {
    let (party, guest) = try (context.id("party", of: Entity.Party.self), context.id("guest", of: Entity.Guest.self))
    return try await services.read { [services] connection in
      let facts = try JourneyStore(connection: connection).facts(party, of: context.host.id)
      let everybody = facts.guests + (facts.honoured.map { [$0] } ?? [])
      guard let person = everybody.first(where: { $0.guest.id == guest }) else { throw AppError.notFound }
      let hasLink = person.guest.invitation.invitedAt != nil
      let mails = facts.failedMails == 0 ? [] : try OutboxStore(connection: connection).mails(to: guest)
      var page = GuestPage(
        facts: facts, person: person, events: try GuestEventStore(connection: connection).events(of: guest),
        link: hasLink ? services.links(for: person.guest).personal : nil, now: services.now(),
        failed: mails.last { $0.state == .failed && !$0.kind.isForHost && !$0.kind.isForAssistant })
      if facts.mailsIn > 0 { page.mails = try GuestMailStore(connection: connection).mails(of: guest) }
      return page
    }
  }

  /// Gives a new link to a guest who lost theirs: the old one opens nothing from now on.
  @Sendable package func replaceLink(_ request: Request, _ context: PartyContext) async throws -> Response {
    let (party, id) = try (context.id("party", of: Entity.Party.self), context.id("guest", of: Entity.Guest.self))
    let isSent = try await services.write { [services] connection in
      let party = try PartyStore(connection: connection).party(party, of: context.host.id)
      return try LinkReplacement(services: services, connection: connection, party: party, host: context.host)
        .replace(of: id)
    }
    if isSent { services.wakeOutbox() }
    await services.floors.dismiss(ParticipantID(id.description), at: party, services)
    return .redirect(to: Path.guestHistory(party, id).query([("link", isSent ? "sent" : "new")]))
  }
}
