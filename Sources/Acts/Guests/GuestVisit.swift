import Core
import Database
import House
import Records

/// A guest's visit inside the transaction that writes: everything is looked up again, because link, party and standing
/// may have changed since the page was shown.
package struct GuestVisit {
  package let services: Services
  package let connection: any Connection

  package init(services: Services, connection: any Connection) {
    self.services = services
    self.connection = connection
  }

  /// - Throws: `AppError.notFound` for a link that was replaced; the reason for the refusal if the guest no longer has
  ///   the right.
  package func person(_ context: some GuestDelegate) throws -> KnownGuest {
    let person = try GuestStore(connection: connection).guest(context.guest, of: context.party)
    let standing = try GuestStandingStore(connection: connection).standing(of: context.guest, at: context.party)
    return try admitted(person, standing, context)
  }

  /// The same for somebody who has already been looked up, along with their party.
  package func admitted(_ person: KnownGuest, _ party: Party, _ context: some GuestDelegate) throws -> KnownGuest {
    try admitted(person, try standing(of: person.guest, party, context), context)
  }

  /// Guest and party alone decide who may answer; for anything else, evening and circle are consulted as well.
  private func standing(of guest: Guest, _ party: Party, _ context: some GuestDelegate) throws -> GuestStanding {
    guard context.right == .answer, party.takesAnswers else {
      return try GuestStandingStore(connection: connection).standing(of: guest.id, at: party.id)
    }
    return GuestStanding(
      state: guest.invitation.state, isExcluded: guest.standing == .excluded, removedAt: guest.removedAt,
      wasInside: false, stage: party.stage, isHonoured: guest.isHonoured)
  }

  private func admitted(
    _ person: KnownGuest, _ standing: GuestStanding, _ context: some GuestDelegate
  ) throws -> KnownGuest {
    guard try context.isKnown(as: person.guest, services, connection) else { throw AppError.notFound }
    guard standing.may(context.right) else { throw context.right.refusal(to: standing) }
    return person
  }

  package func party(_ context: some GuestDelegate) throws -> Party {
    try PartyStore(connection: connection).party(context.party)
  }

  /// Stores the zone in which the guest read the page they sent a form from. An invalid zone changes nothing.
  package func remember(zone name: String, from context: some GuestDelegate) throws {
    guard let zone = services.zones.zone(name) else { return }
    var guest = try person(context).guest
    guard guest.zone != zone.identifier else { return }
    guest.zone = zone.identifier
    try GuestStore(connection: connection).update(guest)
  }

  /// Stores what the guest lets the others see. A value that isn't one of the choices changes nothing.
  package func remember(shown: String, from context: some GuestDelegate) throws {
    guard let shown = Shown(rawValue: shown), shown != .unasked else { return }
    let guest = try person(context).guest.id
    try CompanyStore(connection: connection).set(shown, of: guest)
  }

  package func note(_ kind: String, _ detail: String = "", of guest: GuestID) throws {
    try GuestStore(connection: connection).note(kind, detail, of: guest, at: services.now())
  }
}
