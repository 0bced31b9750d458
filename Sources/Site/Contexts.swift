import Connections
import Core
import Foundation
import House
import Hummingbird
import NIOCore
import Records

/// Anybody's visit: the language they read, where they come from, and who they are as far as cookies and links tell.
package struct Visit: RequestContext {
  package var coreContext: CoreRequestContextStorage
  package var language = Language.english
  /// The address or network from which they come, for limits only: it is neither stored nor logged.
  package var origin: NetworkAddress
  package var signedIn: SignedIn?
  /// The host whose program this is, and what its token allows.
  package var program: (host: Host, scopes: Set<APIScope>)?
  package var invitation: Invited?
  /// The guest of honour for whom an assistant's link answers.
  package var assisting: Invited?
  /// Path and query of the request, to come back to after the language was switched.
  package var location = "/"

  /// A visit that comes by no connection has its address from elsewhere.
  package init(_ coreContext: CoreRequestContextStorage, origin: NetworkAddress) {
    self.coreContext = coreContext
    self.origin = origin
  }

  package init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    origin = NetworkAddress(source.channel.remoteAddress)
  }
}

/// A host with the session they came by.
package struct SignedIn: Sendable {
  package let host: Host
  package let session: SessionID
  /// Whether there is a circle to lead to.
  var hasCircles = false
  /// Whether all that the URL names is theirs.
  var ownsNamed = true
  /// The first host of the party that the URL names, where they host it with them.
  var hostedWith: Host?
  /// Whether somebody asked them to host a party with them.
  package var isCohost = false

  package init(
    host: Host, session: SessionID, hasCircles: Bool = false, ownsNamed: Bool = true, hostedWith: Host? = nil,
    isCohost: Bool = false
  ) {
    self.host = host
    self.session = session
    self.hasCircles = hasCircles
    self.ownsNamed = ownsNamed
    self.hostedWith = hostedWith
    self.isCohost = isCohost
  }
}

/// A request that is about a host's own things: the host's id finds them.
package protocol Hosting: RequestContext {
  var visit: Visit { get }
  /// Whose things they are.
  var host: Host { get }
  /// Who is signed in.
  var actor: Host { get }
}

/// A request of somebody signed in, about what is theirs alone. A handler that takes this can't be reached without.
package struct HostContext: ChildRequestContext, Hosting {
  package var coreContext: CoreRequestContextStorage
  package let visit: Visit
  package let host: Host
  package let session: SessionID

  package init(context: Visit) throws {
    guard let signedIn = context.signedIn else { throw AppError.signInNeeded }
    coreContext = context.coreContext
    visit = context
    host = signedIn.host
    session = signedIn.session
  }

  package var actor: Host { host }
}

/// A request about a party by somebody who hosts it: its first host, or the one who hosts it with them. What it names belongs to the
/// first; whatever else they have, people above all, takes a `HostContext`.
package struct PartyContext: ChildRequestContext, Hosting {
  package var coreContext: CoreRequestContextStorage
  package let visit: Visit
  /// The party's first host, whose id finds it.
  package let host: Host
  /// Who is signed in.
  package let actor: Host
  package let session: SessionID

  package init(context: Visit) throws {
    guard let signedIn = context.signedIn else { throw AppError.signInNeeded }
    _ = try context.id("party", of: Entity.Party.self)
    guard let host = signedIn.ownsNamed ? signedIn.host : signedIn.hostedWith else { throw AppError.notFound }
    coreContext = context.coreContext
    visit = context
    self.host = host
    actor = signedIn.host
    session = signedIn.session
  }

  package var isOwner: Bool { host.id == actor.id }
}

/// A request by a valid personal link, whatever its guest may still do. What needs more than the link takes an `Entitled`.
package struct GuestContext: ChildRequestContext, LinkContext {
  package var coreContext: CoreRequestContextStorage
  package let visit: Visit
  package let guest: GuestID
  package let party: PartyID
  package let token: Token
  package let standing: GuestStanding

  package init(context: Visit) throws {
    guard let invitation = context.invitation else { throw AppError.notFound }
    coreContext = context.coreContext
    visit = context
    guest = invitation.guest
    party = invitation.party
    token = invitation.token
    standing = invitation.standing
  }
}

extension RequestContext {
  /// The id in the path, `:person` for instance.
  /// - Throws: `AppError.notFound` where it is no id: such a page does not exist.
  package func id<Owner>(_ name: String, of owner: Owner.Type = Owner.self) throws -> Identifier<Owner> {
    guard let id = parameters.get(name).flatMap({ Identifier<Owner>(String($0)) }) else { throw AppError.notFound }
    return id
  }
}
