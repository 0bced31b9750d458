import Database
import Foundation
import House
import Records

extension Services {
  /// The part of the suppression list an operator may see.
  package func suppressed() async throws -> [(fingerprint: String, since: Date)] {
    try await database.read { try SuppressionStore(connection: $0).all() }
  }

  /// - Returns: false if the address was not listed.
  package func unsuppress(_ address: String) async throws -> Bool {
    try await database.write { try SuppressionStore(connection: $0).remove(address) }
  }
}
