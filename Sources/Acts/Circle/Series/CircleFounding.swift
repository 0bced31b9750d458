import Core
import Database
import House
import Records

/// Founds a circle from an evening that took place: everybody who was there belongs to it.
package struct CircleFounding {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  /// - Returns: the new circle, or the one the evening already belongs to.
  /// - Throws: `AppError.notFound` if the host has no such evening, or it is not over.
  package func found(_ circle: Circle, from id: PartyID) throws -> CircleID {
    let party = try PartyStore(connection: connection).party(id, of: circle.host)
    guard party.isOver else { throw AppError.notFound }
    let store = CircleStore(connection: connection)
    if let existing = try store.circle(of: id) { return existing.id }
    try store.insert(circle)
    try store.assign(id, to: circle.id)
    try CircleMemberStore(connection: connection, circle: circle.id).join(fromEvening: id, at: circle.createdAt)
    return circle.id
  }
}
