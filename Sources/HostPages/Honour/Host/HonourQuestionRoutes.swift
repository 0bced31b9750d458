import Acts
import Core
import House
import Hummingbird
import Records
import Site

/// The host's part in the circle's questions.
package struct HonourQuestionRoutes {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  @Sendable package func ask(_ request: Request, _ context: PartyContext) async throws -> Response {
    let id = try context.id("party", of: Entity.Party.self)
    let text = try QuestionEntry.text(try await Form(request, limit: 1 << 14))
    let (question, now) = (services.newID(Entity.HonourQuestion.self), Moment(services.now()))
    return try await change(id, context) { try $0.ask(question, text, by: nil, at: id, now: now) }
  }

  /// Three can be picked. If none are, the three with the most votes are used.
  @Sendable package func pick(_ request: Request, _ context: PartyContext) async throws -> Response {
    let id = try context.id("party", of: Entity.Party.self)
    let picks = Set(try await Form(request, limit: 1 << 16).all("pick").compactMap { HonourQuestionID($0) })
    guard picks.count <= QuestionEntry.mostPicks else { throw AppError.conflict(Message("honour.questions.tooMany")) }
    return try await change(id, context) { try $0.pick(picks, at: id) }
  }

  private func change(
    _ id: PartyID, _ context: PartyContext, _ body: @escaping @Sendable (HonourQuestionStore) throws -> Void
  ) async throws -> Response {
    try await services.write { connection in
      _ = try PartyStore(connection: connection).party(id, of: context.host.id)
      try body(HonourQuestionStore(connection: connection))
    }
    return .redirect(to: Path.honour(id).query([("saved", "questions"), ("early", "1")]))
  }
}
