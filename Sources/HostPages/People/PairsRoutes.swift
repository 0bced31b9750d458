import Acts
import Core
import Foundation
import House
import Hummingbird
import Records
import Site

/// Pairs of people who may be one: look, and say that they are one or two.
package struct PairsRoutes {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  @Sendable package func show(_ request: Request, _ context: HostContext) async throws -> Response {
    let pairs = try await services.read {
      try LikenessStore(connection: $0).pairs(of: context.host.id, limit: PairsPage.size)
    }
    let isSaved = context.visit.location.hasSuffix("?saved=1")
    let page = PairsPage(pairs: pairs.map { PairsPage.Pair(one: $0.one, other: $0.other) }, isSaved: isSaved)
    return services.page(page, for: context)
  }

  @Sendable package func answer(_ request: Request, _ context: HostContext) async throws -> Response {
    let host = context.host.id
    let form = try await Form(request, limit: 1 << 12)
    guard let one = PersonID(form.text("one")), let other = PersonID(form.text("other")), one != other else {
      throw AppError.malformed
    }
    let kept = PersonID(form.text("keep"))
    guard kept == one || kept == other || form.text("keep") == "both" else { throw AppError.malformed }
    let now = services.now()
    let isDone = try await services.write { connection in
      let people = PersonStore(connection: connection)
      for person in [one, other] { _ = try people.person(person, of: host) }
      guard let kept else {
        try LikenessStore(connection: connection).keepApart(one, other)
        return true
      }
      let union = PersonUnion(connection: connection)
      // The merging page says what stands in the way.
      guard try union.commonInvitations(one, other).isEmpty else { return false }
      try union.unite(kept, with: kept == one ? other : one, of: host, at: now)
      return true
    }
    guard isDone else {
      return .redirect(to: Path.personMerge(one).query([("with", other.description)]))
    }
    return .redirect(to: Path.pairs.query([("saved", "1")]))
  }
}
