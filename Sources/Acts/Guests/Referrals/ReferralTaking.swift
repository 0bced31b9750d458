import Core
import Database
import House
import Records

/// Records the person a guest would invite in their place, or takes that back.
package struct ReferralTaking {
  package let services: Services
  package let connection: any Connection

  package init(services: Services, connection: any Connection) {
    self.services = services
    self.connection = connection
  }

  /// - Throws: `AppError.conflict` once the host has decided.
  package func take(_ referral: Referral, from context: some GuestDelegate) throws {
    let guest = try undecided(context)
    try ReferralStore(connection: connection).save(referral, of: guest)
    try GuestVisit(services: services, connection: connection).note(GuestEvent.referral, of: guest)
  }

  package func withdraw(from context: some GuestDelegate) throws {
    try ReferralStore(connection: connection).withdraw(of: try undecided(context))
  }

  private func undecided(_ context: some GuestDelegate) throws -> GuestID {
    let person = try GuestVisit(services: services, connection: connection).person(context)
    guard person.referral.map({ $0.decision == .open }) ?? true else {
      throw AppError.conflict(Message("referral.refused.decided"))
    }
    return person.guest.id
  }
}
