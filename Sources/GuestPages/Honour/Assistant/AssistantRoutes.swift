import Acts
import Core
import Evening
import Foundation
import House
import Hummingbird
import Records
import Site

/// Everything behind an assistant's link.
package struct AssistantRoutes {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  @Sendable package func show(_ request: Request, _ context: AssistantContext) async throws -> Response {
    var page = try await page(context)
    page.saved = request.uri.queryParameters["saved"].map(String.init) ?? ""
    return services.page(page, for: context.visit)
  }

  @Sendable package func brief(_ request: Request, _ context: AssistantMay<Right.Brief>) async throws -> Response {
    let page = try await page(context.link)
    return services.page(
      HonourBriefPage(
        brief: page.visit.brief, zones: [page.person.guest.zone, page.party.zone], back: .assistant(context.token),
        site: services.settings.publicURL.absoluteString),
      for: context.link.visit)
  }

  /// The guest of honour's slot as a file, with the assistant's own link.
  @Sendable package func calendar(_ request: Request, _ context: AssistantMay<Right.Calendar>) async throws -> Response
  {
    let page = try await page(context.link)
    let (host, sequence) = try await services.read { connection in
      (
        try HostStore(connection: connection).host(page.party.host),
        try EntryStore(connection: connection).currentSequence(for: page.person.guest, of: page.party)
      )
    }
    guard let host, page.party.confirmedAt != nil else { throw AppError.notFound }
    let entry = PartyEntry(services: services, party: page.party, host: host, honour: page.visit.honour)
    let link = services.settings.publicURL.absoluteString + Path.assistant(context.token).text
    return .calendar(try entry.published(for: page.person, sequence: sequence, link: link))
  }

  @Sendable package func reply(_ request: Request, _ context: AssistantMay<Right.Answer>) async throws -> Response {
    guard let answer = Answer(rawValue: try await Form(request, limit: 1 << 12).text("answer")) else {
      throw AppError.malformed
    }
    try await services.write { [services] connection in
      let word = try GuestStore(connection: connection).guest(context.guest, of: context.party).guest.invitation.word
      try GuestReply(services: services, connection: connection).take(answer, word: word ?? "", from: context)
    }
    services.wakeOutbox()
    return .redirect(to: Path.assistant(context.token).query([("saved", "reply")]))
  }

  @Sendable package func lateness(_ request: Request, _ context: AssistantMay<Right.Lateness>) async throws -> Response
  {
    let entry = try LatenessEntry(try await Form(request, limit: 1 << 12))
    try await services.write { [services] connection in
      try HonourLateness(services: services, connection: connection).take(entry, from: context)
    }
    try await HonourNews(services: services, guest: context.guest, party: context.party).tellLateness()
    return .redirect(to: Path.assistant(context.token).query([("saved", "lateness")]))
  }

  private func page(_ context: AssistantContext) async throws -> AssistantPage {
    try await services.read { [services] connection in
      let party = try PartyStore(connection: connection).party(context.party)
      guard let host = try HostStore(connection: connection).host(party.host),
        let visit = try HonourVisitStore(connection: connection).visit(of: context.guest, party, host),
        let assistant = visit.honour.assistant
      else { throw AppError.notFound }
      return AssistantPage(
        token: context.token, standing: context.standing, party: party,
        person: try GuestStore(connection: connection).guest(context.guest, of: context.party), visit: visit,
        assistant: assistant, now: services.now())
    }
  }
}
