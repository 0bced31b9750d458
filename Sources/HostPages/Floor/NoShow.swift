import Acts
import Core
import Evening
import HTML
import House
import Hummingbird
import Records
import Site

/// Lets the host say, once the time has come, that the evening did not take place.
struct NoShow {
  let party: Party

  func node(_ t: Phrases) -> Node {
    details {
      summary { t("noShow.open") }
      form(.method("post"), .action(Path.noShow(party.id).text)) {
        p { t("noShow.text") }
        div(.class("actions")) { button(.class("button"), .type("submit")) { t("noShow.button") } }
      }
    }
  }
}

package struct NoShowRoutes {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  /// Nobody is written to, since the time is past. Mail that has not left is stopped.
  @Sendable package func say(_ request: Request, _ context: PartyContext) async throws -> Response {
    let (id, now) = (try context.id("party", of: Entity.Party.self), services.now())
    try await services.write { connection in
      let store = PartyStore(connection: connection)
      var party = try store.party(id, of: context.host.id)
      if party.isMissed { return }
      let guests = try AttendanceStore(connection: connection).guestsInside(id)
      try party.apply(.missed(start: party.start, guests: guests), at: now)
      try store.update(party, at: now)
      try OutboxStore(connection: connection).stopMissed(id)
    }
    await services.floors.reopen(id, services)
    return .redirect(to: .party(id))
  }
}
