import Database
import Foundation
import House
import Records

extension Services {
  /// What an operator may see of the suppression list.
  package func suppressed() async throws -> [(fingerprint: String, since: Date)] {
    try await database.read { try SuppressionStore(connection: $0).all() }
  }

  /// - Returns: false where the address was not listed.
  package func unsuppress(_ address: String) async throws -> Bool {
    try await database.write { try SuppressionStore(connection: $0).remove(address) }
  }
}
