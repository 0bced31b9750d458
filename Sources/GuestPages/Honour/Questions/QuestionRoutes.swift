import Acts
import Core
import Foundation
import House
import Hummingbird
import Records
import Site

/// A guest's part in the circle's questions: ask, vote, take back.
package struct QuestionRoutes {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  @Sendable package func ask(_ request: Request, _ context: GuestMay<Right.Ask>) async throws -> Response {
    let text = try QuestionEntry.text(try await Form(request, limit: 1 << 14))
    return try await change(context) { [services] view, store in
      guard view.canAsk else { throw AppError.conflict(Message("questions.error.enough")) }
      let id = services.newID(Entity.HonourQuestion.self)
      try store.ask(id, text, by: context.guest, at: context.party, now: Moment(services.now()))
      try store.vote(id, isFor: true, by: context.guest, at: context.party)
    }
  }

  @Sendable package func vote(_ request: Request, _ context: GuestMay<Right.Ask>) async throws -> Response {
    let form = try await Form(request, limit: 1 << 12)
    let id = try context.id("question", of: Entity.HonourQuestion.self)
    return try await change(context) { view, store in
      guard view.questions.contains(where: { $0.id == id }) else { throw AppError.notFound }
      if form.text("delete") == "1" {
        try store.delete(id, by: context.guest, at: context.party)
      } else {
        try store.vote(id, isFor: form.text("vote") == "1", by: context.guest, at: context.party)
      }
    }
  }

  private func change(
    _ context: GuestMay<Right.Ask>, _ body: @escaping @Sendable (QuestionsView, HonourQuestionStore) throws -> Void
  ) async throws -> Response {
    try await services.write { [services] connection in
      let visit = GuestVisit(services: services, connection: connection)
      let (person, party) = (try visit.person(context), try visit.party(context))
      guard let view = try QuestionsView(person, party, now: services.now(), connection) else {
        throw AppError.notFound
      }
      try body(view, HonourQuestionStore(connection: connection))
    }
    return .redirect(to: Path.personal(context.token).query([("saved", "questions")]) + "#questions")
  }
}
