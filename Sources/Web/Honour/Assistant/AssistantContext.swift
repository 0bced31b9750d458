import Core
import Database
import Foundation
import Hummingbird

/// Somebody who answers for a guest of honour, as their link names them.
struct Assisting: Sendable {
  let guest: GuestID
  let party: PartyID
  let token: Token
}

/// A request by an assistant's link. It opens the slot, the brief and the answer; neither floor nor personal page.
struct AssistantContext: ChildRequestContext {
  var coreContext: CoreRequestContextStorage
  let visit: Visit
  let guest: GuestID
  let party: PartyID
  let token: Token

  init(context: Visit) throws {
    guard let assisting = context.assisting else { throw AppError.notFound }
    coreContext = context.coreContext
    visit = context
    guest = assisting.guest
    party = assisting.party
    token = assisting.token
  }
}

extension AssistantContext: GuestDelegate {
  func isKnown(_ connection: any Connection) throws -> Bool {
    try HonourStore(connection: connection).find(assistantHash: token.hash)?.guest == guest
  }
}

/// Finds whom an assistant's link stands for. One that never was, or was taken back, gets the page of any wrong address.
struct AssistantReader: RouterMiddleware {
  let services: Services

  func handle(
    _ request: Request, context: Visit, next: (Request, Visit) async throws -> Response
  ) async throws -> Response {
    var context = context
    context.assisting = try await find(context.parameters.get("token").flatMap { Token(String($0)) })
    if context.assisting == nil {
      try services.limits.count("link \(context.address)", limit: 30, seconds: 600, at: services.now())
    }
    return try await next(request, context)
  }

  private func find(_ token: Token?) async throws -> Assisting? {
    guard let token else { return nil }
    return try await services.database.read { connection in
      try HonourStore(connection: connection).find(assistantHash: token.hash).map {
        Assisting(guest: $0.guest, party: $0.party, token: token)
      }
    }
  }
}
