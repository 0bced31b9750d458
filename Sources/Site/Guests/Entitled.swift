import Core
import House
import Hummingbird
import Records

/// A request by a link that stands for one guest: their own, or their assistant's.
package protocol LinkContext: RequestContext {
  var guest: GuestID { get }
  var party: PartyID { get }
  var token: Token { get }
  /// The standing at the time of the request.
  var standing: GuestStanding { get }
  /// True for the link of somebody whom the guest named to answer for them.
  var isAssistant: Bool { get }

  /// True while the link still opens something.
  func isKnown(_ connection: Transaction) throws -> Bool
  /// The same for a guest who has already been looked up, when the answer often needs no further query.
  func isKnown(as guest: Guest, _ services: Services, _ connection: Transaction) throws -> Bool
}

extension LinkContext {
  package var isAssistant: Bool { false }

  package func isKnown(as guest: Guest, _ services: Services, _ connection: Transaction) throws -> Bool {
    try isKnown(connection)
  }
}

/// A request by a link whose guest has a right. A handler that takes this can't be reached without that right, and
/// `GuestVisit` checks again inside the transaction that writes.
package struct Entitled<Link: LinkContext, Right: NamedRight>: ChildRequestContext {
  package typealias ParentContext = Link

  package var coreContext: CoreRequestContextStorage
  package let link: Link

  /// - Throws: the reason why the right is refused.
  package init(context: Link) throws {
    guard context.standing.may(Right.right) else { throw Right.right.refusal(to: context.standing) }
    coreContext = context.coreContext
    link = context
  }

  package var guest: GuestID { link.guest }
  package var party: PartyID { link.party }
  package var token: Token { link.token }
}

package typealias GuestMay<Right: NamedRight> = Entitled<GuestContext, Right>

/// A right as a type, for a handler's argument.
package protocol NamedRight: Sendable {
  static var right: GuestRight { get }
}

package enum Right {
  package enum Answer: NamedRight { package static let right = GuestRight.answer }
  package enum Calendar: NamedRight { package static let right = GuestRight.calendar }
  package enum Refer: NamedRight { package static let right = GuestRight.refer }
  package enum Enter: NamedRight { package static let right = GuestRight.enter }
  package enum Ask: NamedRight { package static let right = GuestRight.ask }
  package enum Brief: NamedRight { package static let right = GuestRight.brief }
  package enum Delegate: NamedRight { package static let right = GuestRight.delegate }
  package enum Lateness: NamedRight { package static let right = GuestRight.lateness }
  package enum Depart: NamedRight { package static let right = GuestRight.depart }
  package enum Again: NamedRight { package static let right = GuestRight.again }
  package enum Ballot: NamedRight { package static let right = GuestRight.ballot }
  package enum Keepsakes: NamedRight { package static let right = GuestRight.keepsakes }
  package enum TakeAway: NamedRight { package static let right = GuestRight.takeAway }
  package enum Circle: NamedRight { package static let right = GuestRight.circle }
  package enum Erase: NamedRight { package static let right = GuestRight.erase }
}
