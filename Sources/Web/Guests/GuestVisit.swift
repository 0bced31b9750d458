import Core
import Database

/// Somebody who acts for a guest by a link, with a right to what they do.
protocol GuestDelegate: Sendable {
  var guest: GuestID { get }
  var party: PartyID { get }
  /// Of their link.
  var token: Token { get }
  var right: GuestRight { get }

  /// Whether their link still opens something.
  func isKnown(_ connection: any Connection) throws -> Bool
  /// The same where the guest has been looked up: then it can often be told without another look.
  func isKnown(as guest: Guest, _ services: Services, _ connection: any Connection) throws -> Bool
}

/// A guest's visit inside the transaction that writes: everything is looked up again, because link, party and standing may
/// have changed since the page was shown.
struct GuestVisit {
  let services: Services
  let connection: any Connection

  /// - Throws: `AppError.notFound` for a link that was replaced; why the right is refused when the guest has it no more.
  func person(_ context: some GuestDelegate) throws -> KnownGuest {
    let person = try GuestStore(connection: connection).guest(context.guest, of: context.party)
    return try admitted(person, context)
  }

  /// The same of somebody who has been looked up already.
  func admitted(_ person: KnownGuest, _ context: some GuestDelegate) throws -> KnownGuest {
    guard try context.isKnown(as: person.guest, services, connection) else { throw AppError.notFound }
    let standing = try GuestStandingStore(connection: connection).standing(of: context.guest, at: context.party)
    guard standing.may(context.right) else { throw context.right.refusal(to: standing) }
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

extension GuestRight {
  /// What somebody without the right is told: that it is too late where they once had it, else that there is no such page.
  func refusal(to standing: GuestStanding) -> AppError {
    let isClosed = !standing.stage.takesAnswers || [.sentAway, .withdrawn].contains(standing.place)
    switch self {
    case .answer: return .conflict(Message("guests.closed"))
    case .ballot: return .conflict(Message("ballot.closed"))
    case .ask where isClosed: return .conflict(Message("guests.closed"))
    case .lateness where standing.isHonoured, .delegate where standing.isHonoured:
      return .conflict(Message("guests.closed"))
    default: return .notFound
    }
  }
}
