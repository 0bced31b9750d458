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

  package init(host: Host, session: SessionID, hasCircles: Bool = false, ownsNamed: Bool = true) {
    self.host = host
    self.session = session
    self.hasCircles = hasCircles
    self.ownsNamed = ownsNamed
  }
}

/// A request of somebody signed in. A handler that takes this can't be reached without.
package struct HostContext: ChildRequestContext {
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
