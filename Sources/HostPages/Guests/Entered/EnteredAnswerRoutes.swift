import Acts
import Core
import Foundation
import House
import Hummingbird
import Records
import Site

/// The host enters answers that came by some other way than the guest's page.
package struct EnteredAnswerRoutes {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  @Sendable package func answer(_ request: Request, _ context: PartyContext) async throws -> Response {
    let form = try await Form(request, limit: 1 << 16)
    guard let answer = Answer(rawValue: form.text("answer")) else { throw AppError.malformed }
    let word = form.text("word")
    if word.length > PersonalEntries.longestWord {
      let limit = Message("person.error.tooLong", ["limit": String(PersonalEntries.longestWord)])
      return try await refused(FieldErrors(["word": limit]), typed: word, context)
    }
    return try await enter(form, context) { try $0.take(answer, word: word, seen: $1) }
  }

  @Sendable package func votes(_ request: Request, _ context: PartyContext) async throws -> Response {
    let form = try await Form(request, limit: 1 << 16)
    return try await enter(form, context) { try $0.take(votes: form.suffixes(of: "vote."), seen: $1) }
  }

  @Sendable package func address(_ request: Request, _ context: PartyContext) async throws -> Response {
    let address = try await Form(request, limit: 1 << 16).text("email")
    let (party, guest) = try ids(context)
    do {
      try await services.write { [services] connection in
        let party = try PartyStore(connection: connection).party(party, of: context.host.id)
        try NewAddress(services: services, connection: connection, party: party, host: context.host)
          .take(address, for: guest)
      }
    } catch let errors as FieldErrors {
      return try await refused(errors, typed: address, context)
    }
    try await services.resumeMail()
    services.wakeOutbox()
    return .redirect(to: Path.guestHistory(party, guest).query([("saved", "address")]))
  }

  /// A refusal is shown on the guest's page, which has everything about them.
  private func enter(
    _ form: Form, _ context: PartyContext, _ body: @escaping @Sendable (EnteredAnswer, Date?) throws -> Void
  ) async throws -> Response {
    let (party, guest) = try ids(context)
    let mail = IncomingMailID(form.text("mail"))
    let seen = Int64(form.text("seen")).map { Moment(milliseconds: $0).date }
    do {
      try await services.write { [services] connection in
        _ = try PartyStore(connection: connection).party(party, of: context.host.id)
        let hand = AnswerHand(guest: guest, party: party, source: .host)
        try body(EnteredAnswer(services: services, connection: connection, hand: hand), seen)
        if let mail { _ = try GuestMailStore(connection: connection).settle(mail, of: guest, at: services.now()) }
      }
    } catch AppError.conflict(let message) {
      var page = try await GuestRoutes(services: services).page(context)
      page.problem = message
      return services.page(page, for: context, status: .conflict)
    }
    services.wakeOutbox()
    switch form.text("back") {
    case "waves": return .redirect(to: .waves(party))
    case "incoming": return .redirect(to: .incoming(party))
    default: break
    }
    return .redirect(to: Path.guestHistory(party, guest).query([("saved", "answer")]))
  }

  private func refused(_ errors: FieldErrors, typed: String, _ context: PartyContext) async throws -> Response {
    var page = try await GuestRoutes(services: services).page(context)
    (page.errors, page.typed) = (errors, typed)
    return services.page(page, for: context, status: .unprocessableContent)
  }

  private func ids(_ context: PartyContext) throws -> (PartyID, GuestID) {
    (try context.id("party", of: Entity.Party.self), try context.id("guest", of: Entity.Guest.self))
  }
}
