import Core
import Database
import Foundation

/// Addresses that are never written to again, by any host. Only their hashes are kept.
package struct SuppressionStore {
  let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  /// Whether an address is on the list, however it is written. What is no address is not.
  package func contains(_ address: String) throws -> Bool {
    guard let hash = Self.hash(address) else { return false }
    return try connection.count("SELECT count(*) AS n FROM suppression WHERE address_hash = \(hash)") > 0
  }

  /// Those of the addresses, as they were given, that are on the list.
  package func listed(among addresses: [String]) throws -> Set<String> {
    let hashes = addresses.compactMap { address in Self.hash(address).map { (address, $0) } }
    let found = try connection.rows(
      "SELECT address_hash FROM suppression WHERE address_hash IN \(list: Array(Set(hashes.map(\.1))))"
    ) { try $0.get("address_hash", as: String.self) }
    let listed = Set(found)
    return Set(hashes.filter { listed.contains($0.1) }.map(\.0))
  }

  package func add(_ address: String, at now: Date) throws {
    guard let hash = Self.hash(address) else { return }
    try connection.execute(
      "INSERT INTO suppression (address_hash, created_at) VALUES (\(hash), \(now)) ON CONFLICT (address_hash) DO NOTHING"
    )
  }

  static func hash(_ address: String) -> String? {
    SuppressionKey.normalise(address).map { SHA256Text.hash($0) }
  }
}
