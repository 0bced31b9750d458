import Acts
import Core
import Foundation
import House
import Hummingbird
import Records
import Site

/// A host's message to several guests: the form, the review, and the sending.
package struct MessageRoutes {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  @Sendable package func show(_ request: Request, _ context: PartyContext) async throws -> Response {
    var page = try await page(context)
    page.isSent = request.uri.queryParameters["saved"] == "message"
    return services.page(page, for: context)
  }

  /// First shows what would be sent to whom; the same form again, with `send`, sends it.
  @Sendable package func send(_ request: Request, _ context: PartyContext) async throws -> Response {
    let form = try await Form(request, limit: 1 << 16)
    let message = HostMessage(
      audience: HostMessage.Audience(rawValue: form.text("audience")) ?? .coming, subject: form.text("subject"),
      text: form.text("text"))
    if form.has("edit") { return services.page(try await page(context, message), for: context) }
    let id = try context.id("party", of: Entity.Party.self)
    do {
      guard form.has("send") else { return try await look(message, context) }
      let number = form.number("number", in: 1...HostMessage.most) ?? 1
      let outcome = try await HeldActs(services: services).press(
        .message(message, number: number), at: id, of: context.host, by: context.actor)
      return .redirect(to: outcome == .done ? Path.message(id).query([("saved", "message")]) : Path.message(id).text)
    } catch AppError.conflict(let problem) {
      var page = try await page(context, message)
      page.problem = problem
      return services.page(page, for: context, status: .conflict)
    } catch let errors as FieldErrors {
      let page = try await page(context, message, errors)
      return services.page(page, for: context, status: .unprocessableContent)
    }
  }

  private func look(_ message: HostMessage, _ context: PartyContext) async throws -> Response {
    let (page, host) = (try await page(context, message), context.host)
    let (party, number) = (page.facts.party.id, page.count + 1)
    let mails = try await Rehearsal(services: services, party: party, host: host.id).mails {
      [services] connection in
      try Self.post(services, connection, party, host).send(message, number: number)
    }
    let fields: [(name: String, value: String)] = [
      ("audience", message.audience.rawValue), ("subject", message.subject), ("text", message.text),
      ("number", "\(number)"), ("send", "1"),
    ]
    let preview = PreviewPage(
      facts: page.facts, heading: Message("message.preview"), mails: mails, action: .message(party), fields: fields,
      press: Message("message.send"), back: .party(party), isEditable: true)
    return services.page(preview, for: context)
  }

  private static func post(
    _ services: Services, _ connection: Transaction, _ id: PartyID, _ host: Host
  ) throws -> HostMessagePost {
    let party = try PartyStore(connection: connection).party(id, of: host.id)
    return HostMessagePost(services: services, connection: connection, party: party, host: host)
  }

  private func page(
    _ context: PartyContext, _ entered: HostMessage? = nil, _ errors: FieldErrors = FieldErrors()
  ) async throws -> MessagePage {
    let (id, host) = (try context.id("party", of: Entity.Party.self), context.host)
    let (facts, count) = try await services.read { [services] connection in
      let facts = try JourneyStore(connection: connection).facts(id, of: host.id)
      let post = HostMessagePost(services: services, connection: connection, party: facts.party, host: host)
      return (facts, try post.count())
    }
    return MessagePage(facts: facts, count: count, entered: entered, errors: errors, now: services.now())
  }
}
