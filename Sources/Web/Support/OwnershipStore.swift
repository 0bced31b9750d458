import Core
import Database

/// What belongs to a host.
struct OwnershipStore {
  let connection: any Connection
  let host: HostID

  func owns(_ id: PartyID) throws -> Bool {
    try connection.count("SELECT count(*) AS n FROM party WHERE id = \(id) AND host_id = \(host)") == 1
  }

  func owns(_ id: PersonID) throws -> Bool {
    try connection.count("SELECT count(*) AS n FROM person WHERE id = \(id) AND host_id = \(host)") == 1
  }

  func owns(_ id: ImportID) throws -> Bool {
    try connection.count("SELECT count(*) AS n FROM import WHERE id = \(id) AND host_id = \(host)") == 1
  }

  func owns(_ id: CircleID) throws -> Bool {
    try connection.count("SELECT count(*) AS n FROM circle WHERE id = \(id) AND host_id = \(host)") == 1
  }
}
