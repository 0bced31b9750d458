import Core
import Database
import Foundation
import House
import Records

/// Makes everything of one host another's: people, lists, parties, circles and mail. Whom both know becomes one person, as when a
/// host merges two; what the new host has of them stands.
package struct HostTransfer {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  /// - Throws: `AppError.conflict` while people are at a party of theirs, and where it would change nothing.
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
