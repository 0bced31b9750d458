import Core
import Database
import Foundation
import Hashes
import House

/// Addresses that no host ever writes to again. Only fingerprints are kept, made with the installation's key: somebody
/// with the database alone can't even test a list of addresses against it. Somebody who has the key as well can.
package struct SuppressionStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  /// True if an address is on the list, however it is spelled. False for text that is not an address.
  package func contains(_ address: String) throws -> Bool {
    guard let hash = fingerprint(address) else { return false }
    return try connection.count("SELECT count(*) AS n FROM suppression WHERE address_hash = \(hash)") > 0
  }

  /// The given addresses that are on the list, spelled as given.
  package func listed(among addresses: [String]) throws -> Set<String> {
    let all = try connection.remembered("SELECT address_hash FROM suppression LIMIT \(Self.few + 1)", as: hashes)
    if all.isEmpty { return [] }
    return listed(
      among: addresses, on: all.count <= Self.few ? all : try hashes(among: Set(addresses.compactMap(fingerprint))))
  }

  package func listed(among addresses: [String], on list: Set<String>) -> Set<String> {
    Set(addresses.filter { fingerprint($0).map(list.contains) ?? false })
  }

  private func hashes(among wanted: Set<String>) throws -> Set<String> {
    try hashes(
      connection.rows("SELECT address_hash FROM suppression WHERE address_hash IN \(list: Array(wanted))"))
  }

  private func hashes(_ rows: [Row]) throws -> Set<String> { Set(try rows.map { try $0.get("address_hash") }) }

  /// Lists up to this length are read whole. Most lists are empty, and then no address needs hashing.
  static let few = 1000

  /// - Returns: the new fingerprint; nil if the address was already listed, or is invalid.
  @discardableResult
  package func add(_ address: String, at now: Date) throws -> String? {
    guard let hash = fingerprint(address) else { return nil }
    let added = try connection.execute(
      "INSERT INTO suppression (address_hash, created_at) VALUES (\(hash), \(now)) ON CONFLICT (address_hash) DO NOTHING"
    )
    return added == 1 ? hash : nil
  }

  /// - Returns: false if the address was not listed.
  package func remove(_ address: String) throws -> Bool {
    guard let hash = fingerprint(address) else { return false }
    try connection.execute("DELETE FROM objection WHERE address_hash = \(hash)")
    return try remove(fingerprint: hash)
  }

  package func remove(fingerprint hash: String) throws -> Bool {
    try connection.execute("DELETE FROM suppression WHERE address_hash = \(hash)") == 1
  }

  /// In the order in which they were added.
  package func all() throws -> [(fingerprint: String, since: Date)] {
    try connection.rows("SELECT address_hash, created_at FROM suppression ORDER BY created_at, address_hash") {
      (try $0.get("address_hash"), try $0.get("created_at"))
    }
  }

  /// Seals hashes stored before the key was in use: a plain hash becomes what it would be today, so that each objection
  /// remains in force.
  package func sealPlainHashes() throws {
    let sealed = SQL.column("address_hash", begins: Self.seal)
    let plain = try connection.rows("SELECT address_hash FROM suppression WHERE NOT \(sealed)") {
      try $0.get("address_hash", as: String.self)
    }
    for hash in plain {
      try connection.execute(
        "UPDATE suppression SET address_hash = \(self.sealed(hash)) WHERE address_hash = \(hash)")
    }
  }

  package func fingerprint(_ address: String) -> String? {
    SuppressionKey.normalise(address).map { sealed(SHA256Text.hash($0)) }
  }

  private static let seal = "h1:"

  /// HMAC-SHA-256 of the address's SHA-256.
  private func sealed(_ hash: String) -> String {
    Self.seal
      + hexadecimal(HashFunction.sha256.authenticationCode(for: Array(hash.utf8), key: connection.fingerprintKey))
  }
}
