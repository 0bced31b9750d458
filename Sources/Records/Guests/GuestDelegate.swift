import Core
import Database
import Foundation
import House

/// Somebody who acts for a guest through a link that gives them the right to.
package protocol GuestDelegate: Sendable {
  var guest: GuestID { get }
  var party: PartyID { get }
  var right: GuestRight { get }
  /// The way in which their answers arrive.
  var source: AnswerSource { get }
  /// True for somebody whom the guest named to answer for them.
  var isAssistant: Bool { get }

  /// True while their link still opens something.
  func isKnown(_ connection: any Connection) throws -> Bool
  /// The same for a guest who has already been looked up, when the answer often needs no further query.
  func isKnown(as guest: Guest, _ services: Services, _ connection: any Connection) throws -> Bool
}

extension GuestDelegate {
  package var source: AnswerSource { .page }
  package var isAssistant: Bool { false }
}
