import Core
import Database

/// The places where somebody who looks around can walk in.
package struct DemoStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  package func guestOfOpenParty() throws -> Guest? {
    let row = try connection.row("SELECT id FROM party WHERE state = 'open' ORDER BY id DESC LIMIT 1")
    guard let party: PartyID = try row?.get("id") else { return nil }
    return try GuestStore(connection: connection).guests(of: party).first(where: \.mayCome)?.guest
  }
}
