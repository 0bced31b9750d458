import Core
import House
import Records

extension GuestContext {
  package func isKnown(_ connection: Transaction) throws -> Bool {
    try GuestStore(connection: connection).find(linkHash: token.hash)?.guest == guest
  }

  /// A link of somebody who was written to is valid while its number is theirs.
  package func isKnown(as person: Guest, _ services: Services, _ connection: Transaction) throws -> Bool {
    guard person.id == guest, person.wasWrittenTo else { return try isKnown(connection) }
    return services.personalToken(person.id, number: person.linkNumber).hash == token.hash
  }
}

/// A request with a right acts for the guest of the link.
extension Entitled: GuestDelegate {
  package var right: GuestRight { Right.right }
  package var isAssistant: Bool { link.isAssistant }

  package func isKnown(_ connection: Transaction) throws -> Bool { try link.isKnown(connection) }

  package func isKnown(as guest: Guest, _ services: Services, _ connection: Transaction) throws -> Bool {
    try link.isKnown(as: guest, services, connection)
  }
}
