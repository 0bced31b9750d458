import Core
import Database

/// Somebody who acts for a guest: the guest by their personal link, or whom a guest of honour named by another.
protocol GuestDelegate: Sendable {
  var guest: GuestID { get }
  var party: PartyID { get }
  /// Of their link.
  var token: Token { get }

  /// Whether their link still opens something.
  func isKnown(_ connection: any Connection) throws -> Bool
  /// The same where the guest has been looked up: then it can often be told without another look.
  func isKnown(as guest: Guest, _ services: Services, _ connection: any Connection) throws -> Bool
}

extension GuestDelegate {
  func isKnown(as guest: Guest, _ services: Services, _ connection: any Connection) throws -> Bool {
    try isKnown(connection)
  }
}

/// A guest's visit inside the transaction that writes: everything is looked up again, because link, party and answer may
/// have changed since the page was shown.
struct GuestVisit {
  let services: Services
  let connection: any Connection

  /// - Throws: `AppError.notFound` for a link that was replaced; `AppError.conflict` when nothing can be changed any more, and for
  /// somebody who was sent away from the party.
  func person(_ context: some GuestDelegate) throws -> KnownGuest {
    let person = try GuestStore(connection: connection).guest(context.guest, of: context.party)
    return try admitted(person, try party(context), context)
  }

  /// The same of somebody who has been looked up already.
  func admitted(_ person: KnownGuest, _ party: Party, _ context: some GuestDelegate) throws -> KnownGuest {
    guard try context.isKnown(as: person.guest, services, connection) else { throw AppError.notFound }
    guard person.guest.mayAnswer, party.takesAnswers else {
      throw AppError.conflict(Message("guests.closed"))
    }
    return person
  }

  func party(_ context: some GuestDelegate) throws -> Party {
    try PartyStore(connection: connection).party(context.party)
  }

  /// The zone in which the guest read the page they sent a form from. What is no zone changes nothing.
  func remember(zone name: String, from context: some GuestDelegate) throws {
    guard let zone = services.zones.zone(name) else { return }
    var guest = try person(context).guest
    guard guest.zone != zone.identifier else { return }
    guest.zone = zone.identifier
    try GuestStore(connection: connection).update(guest)
  }

  func note(_ kind: String, _ detail: String = "", of guest: GuestID) throws {
    try GuestStore(connection: connection).note(kind, detail, of: guest, at: services.now())
  }
}
