import Acts
import Core
import Foundation
import House
import Hummingbird
import Records
import Site

/// A second host for a party: invited or revoked by the first, answered by the one who was invited.
package struct CohostRoutes {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  /// The first host invites another of the installation, by their address, or revokes the invitation.
  @Sendable package func invite(_ request: Request, _ context: HostContext) async throws -> Response {
    let id = try context.id("party", of: Entity.Party.self)
    let form = try await Form(request, limit: 1 << 12)
    if form.text("removed") == "1" {
      try await services.write { connection in
        let party = try PartyStore(connection: connection).party(id, of: context.host.id)
        try CohostStore(connection: connection).remove(from: party.id)
      }
      return .redirect(to: Path.party(id).query([("saved", "removed")]))
    }
    let typed = form.text("email")
    // Nobody should find out by trial and error who is a host here.
    try services.limits.count("cohosts of \(context.host.id)", limit: 20, seconds: 3600, at: services.uptime())
    do {
      try await services.write { [services] connection in
        try CohostInviting(services: services, connection: connection).invite(typed, to: id, by: context.host)
      }
    } catch let errors as FieldErrors {
      let facts = try await services.facts(context)
      let page = PartyPage(
        facts: facts, hostName: context.host.name, typed: typed, error: errors["email"], now: services.now())
      return services.page(page, for: context, status: .unprocessableContent)
    }
    services.wakeOutbox()
    return .redirect(to: Path.party(id).query([("saved", "invited")]))
  }

  /// The host who was invited says yes or no, or leaves later.
  @Sendable package func answer(_ request: Request, _ context: HostContext) async throws -> Response {
    let id = try context.id("cohosting", of: Entity.Party.self)
    let answer = try await Form(request, limit: 1 << 12).text("answer")
    let (host, now) = (context.host.id, services.now())
    let isKnown = try await services.write { connection in
      let store = CohostStore(connection: connection)
      return switch answer {
      case "yes": try store.accept(id, by: host, at: now)
      case "no": try store.leave(id, by: host)
      default: try store.isAsked(host, id)
      }
    }
    guard isKnown else { throw AppError.notFound }
    // Nothing is given up by a form that says nothing.
    guard ["yes", "no"].contains(answer) else { throw AppError.malformed }
    return .redirect(to: answer == "yes" ? .party(id) : .home)
  }

  /// Either host decides who signs the letters written from now on, and whether they themselves get the party's news by
  /// mail.
  @Sendable package func sign(_ request: Request, _ context: PartyContext) async throws -> Response {
    let id = try context.id("party", of: Entity.Party.self)
    let form = try await Form(request, limit: 1 << 12)
    let signs = form.text("signer") == "cohost"
    try await services.write { connection in
      let party = try PartyStore(connection: connection).editableParty(id, of: context.host.id)
      let store = CohostStore(connection: connection)
      let cohost = try store.cohost(of: party.id)
      guard cohost != nil || !signs else { throw AppError.notFound }
      try store.sign(party.id, by: signs ? cohost : nil)
      if form.text("asked") == "news" {
        try store.hear(form.has("news"), party.id, isOwner: context.isOwner)
      }
    }
    return .redirect(to: Path.party(id).query([("saved", "signing")]))
  }
}
