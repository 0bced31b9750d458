import Core
import Database

extension GuestContext {
  func isKnown(_ connection: any Connection) throws -> Bool {
    try GuestStore(connection: connection).find(linkHash: token.hash)?.guest == guest
  }

  /// A link of somebody who was written to is good while its number is theirs.
  func isKnown(as person: Guest, _ services: Services, _ connection: any Connection) throws -> Bool {
    guard person.id == guest, person.wasWrittenTo else { return try isKnown(connection) }
    return services.personalToken(person.id, number: person.linkNumber).hash == token.hash
  }
}

/// Who has a right acts for the guest of the link.
extension Entitled: GuestDelegate {
  var right: GuestRight { Right.right }

  func isKnown(_ connection: any Connection) throws -> Bool { try link.isKnown(connection) }

  func isKnown(as guest: Guest, _ services: Services, _ connection: any Connection) throws -> Bool {
    try link.isKnown(as: guest, services, connection)
  }
}
