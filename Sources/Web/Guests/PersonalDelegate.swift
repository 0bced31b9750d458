import Core
import Database

/// A guest acts for themselves.
extension GuestContext: GuestDelegate {
  func isKnown(_ connection: any Connection) throws -> Bool {
    try GuestStore(connection: connection).find(linkHash: token.hash)?.guest == guest
  }

  /// A link of somebody who was written to is good while its number is theirs.
  func isKnown(as person: Guest, _ services: Services, _ connection: any Connection) throws -> Bool {
    guard person.id == guest, person.wasWrittenTo else { return try isKnown(connection) }
    return services.personalToken(person.id, number: person.linkNumber).hash == token.hash
  }
}
