import Core
import Database
import Foundation
import Hummingbird

/// A request by an assistant's link. It opens the slot, the brief and the answer; neither floor nor personal page.
struct AssistantContext: ChildRequestContext, LinkContext {
  var coreContext: CoreRequestContextStorage
  let visit: Visit
  let guest: GuestID
  let party: PartyID
  let token: Token
  let standing: GuestStanding

  init(context: Visit) throws {
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
  func isKnown(_ connection: any Connection) throws -> Bool {
    try HonourStore(connection: connection).find(assistantHash: token.hash)?.guest == guest
  }
}
