import Acts
import Core
import House
import Hummingbird
import Records
import Site

/// One tap decides whether the person a guest would invite in their place joins the party's people.
package struct ReferralDecisionRoutes {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  @Sendable package func decide(_ request: Request, _ context: PartyContext) async throws -> Response {
    let (id, guest) = (try context.id("party", of: Entity.Party.self), try context.id("guest", of: Entity.Guest.self))
    let form = try await Form(request, limit: 1 << 12)
    let isTaken = form.text("decision") == "take"
    guard isTaken || form.text("decision") == "refuse" else { throw AppError.malformed }
    do {
      try await services.write { [services] connection in
        let party = try PartyStore(connection: connection).editableParty(id, of: context.host.id)
        let decision = ReferralDecision(services: services, connection: connection, party: party)
        if isTaken { try decision.take(of: guest) } else { try decision.refuse(of: guest) }
      }
    } catch AppError.conflict(let message) {
      var page = try await GuestRoutes(services: services).page(context)
      page.problem = message
      return services.page(page, for: context, status: .conflict)
    }
    if form.text("back") == "waves" { return .redirect(to: .waves(id)) }
    let saved = isTaken ? "referralTaken" : "referralRefused"
    return .redirect(to: Path.guestHistory(id, guest).query([("saved", saved)]))
  }
}
