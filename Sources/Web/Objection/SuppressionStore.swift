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
    let all = try connection.remembered("SELECT address_hash FROM suppression LIMIT \(Self.few + 1)")
    if all.isEmpty { return [] }
    let hashes = addresses.compactMap { address in Self.hash(address).map { (address, $0) } }
    let found = all.count <= Self.few ? all : try rows(of: Set(hashes.map { $0.1 }))
    let listed = Set(try found.map { try $0.get("address_hash", as: String.self) })
    return Set(hashes.filter { listed.contains($0.1) }.map { $0.0 })
  }

  private func rows(of hashes: Set<String>) throws -> [Row] {
    try connection.rows("SELECT address_hash FROM suppression WHERE address_hash IN \(list: Array(hashes))")
  }

  /// So many are looked at as a whole. On most lists stands nobody, and then no address needs to be hashed.
  private static let few = 1000

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
