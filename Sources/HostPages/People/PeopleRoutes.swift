import Core
import Foundation
import House
import Hummingbird
import Records
import Site

/// The address book: search, pages, export.
package struct PeopleRoutes {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  @Sendable package func show(_ request: Request, _ context: HostContext) async throws -> Response {
    let host = context.host.id
    let query = PeopleQuery(request)
    let page = request.page("page")
    let view = try await services.read { connection in
      let book = AddressBookStore(connection: connection)
      let (found, total, pairs) = try book.counts(query, of: host)
      let (people, states) = try book.page(page, of: query, of: host)
      let lists = PeopleListStore(connection: connection)
      return PeoplePage(
        query: query, people: people, pager: Pager(page: page, size: AddressBookStore.pageSize, total: found),
        provenance: try lists.provenance(of: people.map { $0.id }), states: states, lists: try lists.lists(of: host),
        total: total, pairs: pairs, list: try query.list.flatMap { try lists.list($0, of: host) },
        unfinished: try ImportStore(connection: connection).unfinished(of: host))
    }
    return services.page(view, for: context)
  }

  @Sendable package func csv(_ request: Request, _ context: HostContext) async throws -> Response {
    PeopleExport(services: services, host: context.host.id, query: PeopleQuery(request))
      .csv(services.frame(context.visit, host: context.host).phrases)
  }

  @Sendable package func vCard(_ request: Request, _ context: HostContext) async throws -> Response {
    PeopleExport(services: services, host: context.host.id, query: PeopleQuery(request))
      .vCard(services.frame(context.visit, host: context.host).phrases)
  }
}

extension PeopleQuery {
  /// `?q=…&list=…`. An invalid list means all.
  package init(_ request: Request) {
    self.init(
      words: request.uri.queryParameters["q"]?.decoded.trimmingCharacters(in: .whitespacesAndNewlines) ?? "",
      list: request.uri.queryParameters["list"].flatMap { PeopleListID(String($0)) })
  }

  /// For links that keep the search.
  func items(page: Int = 1) -> [(String, String)] {
    [("q", words), ("list", list?.description ?? ""), ("page", page == 1 ? "" : String(page))]
  }
}

extension Substring {
  /// Decoded as in a form's query: `+` is a space (WHATWG URL §5.1).
  fileprivate var decoded: String {
    let spaced = String(replacing("+", with: " "))
    return spaced.removingPercentEncoding ?? spaced
  }
}
