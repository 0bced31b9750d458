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
  /// Their address or network, used for limits only: it is neither stored nor logged.
  package var origin: NetworkAddress
  package var signedIn: SignedIn?
  /// The host whose program this is, and the permissions of its token.
  package var program: (host: Host, scopes: Set<APIScope>)?
  package var invitation: Invited?
  /// True if the personal link was a guest's until they were given a new one.
  package var hasReplacedLink = false
  /// The guest of honour an assistant's link answers for.
  package var assisting: Invited?
  /// Path and query of the request, for returning after a switch of language.
  package var location = "/"

  /// A visit without a connection gets its address from elsewhere.
  package init(_ coreContext: CoreRequestContextStorage, origin: NetworkAddress) {
    self.coreContext = coreContext
    self.origin = origin
  }

  package init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    origin = NetworkAddress(source.channel.remoteAddress)
  }
}

/// A host with the session of their request.
package struct SignedIn: Sendable {
  package let host: Host
  package let session: SessionID
  /// True if there is a circle to link to.
  var hasCircles = false
  /// True if everything the URL names is theirs.
  var ownsNamed = true
  /// The first host of the party the URL names, if they co-host it.
  var hostedWith: Host?
  /// True if somebody asked them to co-host a party.
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

/// A request about a host's own things, which are found by the host's id.
package protocol Hosting: RequestContext {
  var visit: Visit { get }
  /// The owner of the things.
  var host: Host { get }
  /// The person signed in.
  var actor: Host { get }
}

/// A request by somebody signed in, about things that are theirs alone. A handler that takes this can't be reached
/// without signing in.
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

/// A request about a party by one of its hosts: the first, or the co-host. The things it names belong to the first;
/// anything else they have, above all people, takes a `HostContext`.
package struct PartyContext: ChildRequestContext, Hosting {
  package var coreContext: CoreRequestContextStorage
  package let visit: Visit
  /// The party's first host, whose id finds it.
  package let host: Host
  /// The person signed in.
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

/// A request by a valid personal link, whatever its guest may still do. Anything that needs more than the link takes an
/// `Entitled`.
package struct GuestContext: ChildRequestContext, LinkContext {
  package var coreContext: CoreRequestContextStorage
  package let visit: Visit
  package let guest: GuestID
  package let party: PartyID
  package let token: Token
  package let standing: GuestStanding

  package init(context: Visit) throws {
    guard let invitation = context.invitation else {
      throw context.hasReplacedLink ? AppError.linkReplaced : .notFound
    }
    coreContext = context.coreContext
    visit = context
    guest = invitation.guest
    party = invitation.party
    token = invitation.token
    standing = invitation.standing
  }
}

extension RequestContext {
  /// The id in the path, such as `:person`.
  /// - Throws: `AppError.notFound` if it is no id, since such a page does not exist.
  package func id<Owner>(_ name: String, of owner: Owner.Type = Owner.self) throws -> Identifier<Owner> {
    guard let id = parameters.get(name).flatMap({ Identifier<Owner>(String($0)) }) else { throw AppError.notFound }
    return id
  }
}
