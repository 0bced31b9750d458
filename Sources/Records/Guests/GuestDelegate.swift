import Core
import Database
import Foundation
import House

/// Somebody who acts for a guest by a link, with a right to what they do.
package protocol GuestDelegate: Sendable {
  var guest: GuestID { get }
  var party: PartyID { get }
  var right: GuestRight { get }
  /// How what they say has come.
  var source: AnswerSource { get }

  /// Whether their link still opens something.
  func isKnown(_ connection: any Connection) throws -> Bool
  /// The same where the guest has been looked up: then it can often be told without another look.
  func isKnown(as guest: Guest, _ services: Services, _ connection: any Connection) throws -> Bool
}

extension GuestDelegate {
  package var source: AnswerSource { .page }
}
