import Core
import Database
import Hummingbird

/// A request by a link that stands for one guest: their own, or their assistant's.
protocol LinkContext: RequestContext {
  var guest: GuestID { get }
  var party: PartyID { get }
  var token: Token { get }
  /// As it was when the request came.
  var standing: GuestStanding { get }

  /// Whether the link still opens something.
  func isKnown(_ connection: any Connection) throws -> Bool
  /// The same where the guest has been looked up: then it can often be told without another look.
  func isKnown(as guest: Guest, _ services: Services, _ connection: any Connection) throws -> Bool
}

extension LinkContext {
  func isKnown(as guest: Guest, _ services: Services, _ connection: any Connection) throws -> Bool {
    try isKnown(connection)
  }
}

/// A request by a link whose guest has a right. A handler that takes this can't be reached without, and `GuestVisit` asks again
/// inside the transaction that writes.
struct Entitled<Link: LinkContext, Right: NamedRight>: ChildRequestContext {
  typealias ParentContext = Link

  var coreContext: CoreRequestContextStorage
  let link: Link

  /// - Throws: why the right is refused.
  init(context: Link) throws {
    guard context.standing.may(Right.right) else { throw Right.right.refusal(to: context.standing) }
    coreContext = context.coreContext
    link = context
  }

  var guest: GuestID { link.guest }
  var party: PartyID { link.party }
  var token: Token { link.token }
}

typealias GuestMay<Right: NamedRight> = Entitled<GuestContext, Right>
typealias AssistantMay<Right: NamedRight> = Entitled<AssistantContext, Right>

/// A right as a type, to be named in a handler's argument.
protocol NamedRight: Sendable {
  static var right: GuestRight { get }
}

enum Right {
  enum Answer: NamedRight { static let right = GuestRight.answer }
  enum Calendar: NamedRight { static let right = GuestRight.calendar }
  enum Enter: NamedRight { static let right = GuestRight.enter }
  enum Ask: NamedRight { static let right = GuestRight.ask }
  enum Brief: NamedRight { static let right = GuestRight.brief }
  enum Delegate: NamedRight { static let right = GuestRight.delegate }
  enum Lateness: NamedRight { static let right = GuestRight.lateness }
  enum Depart: NamedRight { static let right = GuestRight.depart }
  enum Again: NamedRight { static let right = GuestRight.again }
  enum Ballot: NamedRight { static let right = GuestRight.ballot }
  enum Keepsakes: NamedRight { static let right = GuestRight.keepsakes }
  enum TakeAway: NamedRight { static let right = GuestRight.takeAway }
  enum Circle: NamedRight { static let right = GuestRight.circle }
  enum Erase: NamedRight { static let right = GuestRight.erase }
}
