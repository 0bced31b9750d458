import Core
import Foundation
import House
import Hummingbird
import Records
import Site

/// A request by an assistant's link. It opens the slot, the brief and the answer, but neither the floor nor the
/// personal page.
package struct AssistantContext: ChildRequestContext, LinkContext {
  package var coreContext: CoreRequestContextStorage
  package let visit: Visit
  package let guest: GuestID
  package let party: PartyID
  package let token: Token
  package let standing: GuestStanding

  package init(context: Visit) throws {
    guard let assisting = context.assisting else { throw AppError.notFound }
    coreContext = context.coreContext
    visit = context
    guest = assisting.guest
    party = assisting.party
    token = assisting.token
    standing = assisting.standing
  }
}

extension AssistantContext {
  package var isAssistant: Bool { true }

  package func isKnown(_ connection: Transaction) throws -> Bool {
    try HonourStore(connection: connection).find(assistantHash: token.hash)?.guest == guest
  }
}

/// The rights of an assistant's link.
package typealias AssistantMay<Right: NamedRight> = Entitled<AssistantContext, Right>
