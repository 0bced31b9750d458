import Core
import Database
import Foundation
import House
import Records

/// Passes everything of one host to another: people, lists, parties, circles and mail. A person both know becomes one,
/// as when a host merges two; the new host's data about them stands.
package struct HostTransfer {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  /// - Throws: `AppError.conflict` while people are at a party of theirs, and if it would change nothing.
  package func transfer(from old: Host, to new: Host, at now: Date) throws {
    guard old.id != new.id else { throw AppError.conflict(Message("operation.refused.same")) }
    guard try !HostRightStore(connection: connection).isHosting(old.id) else {
      throw AppError.conflict(Message("operation.refused.open"))
    }
    for pair in try HostTransferStore(connection: connection).move(from: old.id, to: new.id) {
      try PersonUnion(connection: connection).unite(pair.kept, with: pair.moved, of: new.id, at: now)
    }
  }
}
