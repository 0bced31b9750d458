import Acts
import Core
import Formats
import Foundation
import HTTPTypes
import House
import Hummingbird
import NIOCore
import Records
import Site

/// A host's calendar: the address for a calendar program, and the content it reads there.
package struct CalendarFeedRoutes {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  /// Calendar programs come without a login, and often: unchanged content is not sent again.
  @Sendable package func subscribe(_ request: Request, _ visit: Visit) async throws -> Response {
    guard let token = visit.parameters.get("token").flatMap({ Token(String($0)) }) else { throw AppError.notFound }
    let text = try await services.read { [services] connection in
      let store = CalendarFeedStore(connection: connection)
      guard let host = try store.host(by: token) else { throw AppError.notFound }
      return try services.calendarFeed(of: host, try store.parties(of: host.id)).text()
    }
    let tag = "\"\(SHA256Text.hash(text).prefix(32))\""
    var headers: HTTPFields = [.eTag: tag, .cacheControl: "private, max-age=900"]
    if request.headers[.ifNoneMatch] == tag { return Response(status: .notModified, headers: headers) }
    headers[.contentType] = "text/calendar; charset=utf-8"
    return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }

  /// Replaces the address by a new one, or removes it.
  @Sendable package func change(_ request: Request, _ context: HostContext) async throws -> Response {
    let step = try await Form(request, limit: 1 << 12).text("step")
    guard ["renew", "revoke"].contains(step) else { throw AppError.malformed }
    let host = context.host.id
    try await services.write { [services] connection in
      let store = CalendarFeedStore(connection: connection)
      if step == "revoke" { return try store.revoke(of: host) }
      try store.renew(for: host) { services.calendarFeed(of: host, number: $0).token.hash }
    }
    return .redirect(to: Path.settings.text + "#calendar-feed")
  }
}

/// A party's entry for the host's own calendar, as a file.
package struct HostEntryRoutes {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  @Sendable package func file(_ request: Request, _ context: PartyContext) async throws -> Response {
    let id = try context.id("party", of: Entity.Party.self)
    let text = try await services.read { [services] connection in
      let party = try PartyStore(connection: connection).party(id, of: context.host.id)
      let store = HostEntryStore(connection: connection)
      let entry = HostEntry(services: services, party: party, host: context.actor, coming: try store.coming(to: id))
      let sequence = max(party.revision.sequence, try store.sent(to: context.actor.id, of: id)?.sequence ?? 0)
      return try entry.entry(.publish, sequence: sequence, stamp: services.now()).text()
    }
    return Response(
      status: .ok,
      headers: [
        .contentType: "text/calendar; charset=utf-8; method=PUBLISH", .cacheControl: "no-store",
        .contentDisposition: "attachment; filename=\"party.ics\"",
      ],
      body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }
}
