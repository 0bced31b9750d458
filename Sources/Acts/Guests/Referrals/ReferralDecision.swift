import Core
import Database
import House
import Records

/// The host's decision about somebody a guest would invite in their place.
package struct ReferralDecision {
  package let services: Services
  package let connection: any Connection
  package let party: Party

  package init(services: Services, connection: any Connection, party: Party) {
    self.services = services
    self.connection = connection
    self.party = party
  }

  /// Adds them to the host's people and to the party's table. Somebody the host already knows is not created a second
  /// time.
  /// - Throws: `AppError.conflict` if it was decided, or taken back, in the meantime.
  package func take(of guest: GuestID) throws {
    let referral = try undecided(guest)
    let person = try known(referral) ?? add(referral)
    let guests = try GuestStore(connection: connection).everybody(of: party.id)
    if !guests.contains(where: { $0.guest.person == person && $0.guest.standing == .chosen }) {
      try ShortlistStore(services: services, connection: connection).apply(.choose, to: person, party: party)
    }
    try ReferralStore(connection: connection).take(as: person, of: guest)
  }

  /// Nothing about their identity is kept.
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
