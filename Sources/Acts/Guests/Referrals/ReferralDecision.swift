import Core
import Database
import House
import Records

/// The host decides about somebody whom a guest would ask in their place.
package struct ReferralDecision {
  package let services: Services
  package let connection: any Connection
  package let party: Party

  package init(services: Services, connection: any Connection, party: Party) {
    self.services = services
    self.connection = connection
    self.party = party
  }

  /// Puts them among the host's people and at the party's table. Whom the host knows already is not made a second time.
  /// - Throws: `AppError.conflict` where it was decided, or taken back, in the meantime.
  package func take(of guest: GuestID) throws {
    let referral = try undecided(guest)
    let person = try known(referral) ?? add(referral)
    let guests = try GuestStore(connection: connection).everybody(of: party.id)
    if !guests.contains(where: { $0.guest.person == person && $0.guest.standing == .chosen }) {
      try ShortlistStore(services: services, connection: connection).apply(.choose, to: person, party: party)
    }
    try ReferralStore(connection: connection).take(as: person, of: guest)
  }

  /// Nothing is kept of who they were.
  package func refuse(of guest: GuestID) throws {
    _ = try undecided(guest)
    try ReferralStore(connection: connection).refuse(of: guest)
  }

  private func undecided(_ guest: GuestID) throws -> Referral {
    let known = try GuestStore(connection: connection).guest(guest, of: party.id)
    guard let referral = known.referral, referral.decision == .open else {
      throw AppError.conflict(Message("referral.refused.gone"))
    }
    return referral
  }

  private func known(_ referral: Referral) throws -> PersonID? {
    try referral.record.emailKey.flatMap {
      try PersonStore(connection: connection).person(emailKey: $0, of: party.host)
    }
  }

  private func add(_ referral: Referral) throws -> PersonID {
    let id = services.newID(Entity.Person.self)
    try PersonStore(connection: connection).insert(referral.record, as: id, of: party.host, at: services.now())
    return id
  }
}
