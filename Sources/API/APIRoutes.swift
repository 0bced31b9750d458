import Core
import Foundation
import HTTPTypes
import House
import Hummingbird
import NIOCore
import Records
import Site

/// Every URL of the API, version 1, as described in `openapi.yaml`.
package struct APIRoutes {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  private typealias Handler = @Sendable (Request, APIContext) async throws -> Response

  /// One method of one path, with the scope a token must have for it; nil for any token.
  private struct Entry {
    let method: HTTPRequest.Method
    let path: String
    let scope: APIScope?
    let handler: Handler
  }

  package func add(to router: Router<Visit>) {
    let open = router.group("api/v1").add(middleware: APIErrors(services: services))
    open.get("openapi.yaml", use: description)
    let group = open.add(middleware: TokenReader(services: services)).group(context: APIContext.self)
    for entry in entries {
      let scoped = entry.scope.map { group.group().add(middleware: ScopeCheck(scope: $0)) } ?? group
      scoped.on(RouterPath(entry.path), method: entry.method, use: entry.handler)
    }
  }

  /// Stands before the routes: what they answer to is not its business.
  package var unknown: UnknownAPIRequests {
    let methods = Dictionary(grouping: entries, by: \.path).mapValues { $0.map(\.method) }
    return UnknownAPIRequests(errors: APIErrors(services: services), methods: methods)
  }

  private var entries: [Entry] { own + people + parties + guests }

  private var own: [Entry] {
    let webhooks = WebhooksAPI(services: services)
    return [
      Entry(method: .get, path: "me", scope: nil, handler: me),
      Entry(method: .get, path: "webhooks", scope: .readParties, handler: webhooks.list),
      Entry(method: .post, path: "webhooks", scope: .writeParties, handler: webhooks.create),
      Entry(method: .delete, path: "webhooks/:webhook", scope: .writeParties, handler: webhooks.remove),
    ]
  }

  private var people: [Entry] {
    let people = PeopleAPI(services: services)
    return [
      Entry(method: .get, path: "people", scope: .readPeople, handler: people.list),
      Entry(method: .post, path: "people", scope: .writePeople, handler: people.create),
      Entry(method: .get, path: "people/:person", scope: .readPeople, handler: people.show),
      Entry(method: .put, path: "people/:person", scope: .writePeople, handler: people.replace),
      Entry(method: .delete, path: "people/:person", scope: .writePeople, handler: people.erase),
    ]
  }

  private var parties: [Entry] {
    let parties = PartiesAPI(services: services)
    return [
      Entry(method: .get, path: "parties", scope: .readParties, handler: parties.list),
      Entry(method: .post, path: "parties", scope: .writeParties, handler: parties.create),
      Entry(method: .get, path: "parties/:party", scope: .readParties, handler: parties.show),
      Entry(method: .get, path: "parties/:party/date", scope: .readParties, handler: parties.showDate),
      Entry(method: .put, path: "parties/:party/date", scope: .writeParties, handler: parties.setDate),
    ]
  }

  private var guests: [Entry] {
    let guests = GuestsAPI(services: services)
    let one = "parties/:party/guests/:guest"
    return [
      Entry(method: .get, path: "parties/:party/guests", scope: .readParties, handler: guests.list),
      Entry(method: .post, path: "parties/:party/guests", scope: .writeParties, handler: guests.add),
      Entry(method: .get, path: one, scope: .readParties, handler: guests.show),
      Entry(method: .delete, path: one, scope: .writeParties, handler: guests.remove),
      Entry(method: .put, path: one + "/answer", scope: .writeParties, handler: guests.answer),
    ]
  }

  @Sendable private func me(_ request: Request, _ context: APIContext) async throws -> Response {
    let host = context.host
    return .json(
      HostValue(
        name: host.name, email: host.knownEmail, language: host.language.rawValue, zone: host.zone,
        scopes: context.scopes.map(\.rawValue).sorted()))
  }

  /// The description itself, open to everybody.
  @Sendable private func description(_ request: Request, _ visit: Visit) async throws -> Response {
    let file = Bundle.module.bundleURL.appending(path: "openapi.yaml")
    guard let data = FileManager.default.contents(atPath: file.path) else { throw AppError.notFound }
    return Response(
      status: .ok, headers: [.contentType: "application/yaml", .cacheControl: "max-age=3600"],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: data)))
  }
}
