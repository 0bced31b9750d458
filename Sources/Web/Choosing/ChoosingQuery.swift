import Core
import Foundation
import Hummingbird

/// What a host is looking at while choosing: a list, a search, a page of it.
struct ChoosingQuery: Sendable, Equatable {
  enum List: Sendable, Equatable {
    /// The list of the party's occasion, or else everybody.
    case suggested
    case all
    case one(PeopleListID)
  }

  var list = List.suggested
  var search = ""
  /// From 1.
  var page = 1

  static let pageSize = 20

  init() {}

  init(_ request: Request) {
    let parameters = request.uri.queryParameters
    self.init(
      list: parameters["list"].map(String.init), search: parameters["q"].map(String.init),
      page: parameters["page"].map(String.init))
  }

  /// Carried along by the forms of the page, to come back to the same place.
  init(_ form: Form) {
    self.init(list: form.text("list"), search: form.text("q"), page: form.text("page"))
  }

  private init(list: String?, search: String?, page: String?) {
    self.list = list == "all" ? .all : PeopleListID(list ?? "").map(List.one) ?? .suggested
    self.search = (search ?? "").cut(to: 100).trimmingCharacters(in: .whitespaces)
    self.page = page.flatMap { Int(typed: $0, in: Pager.pageBounds) } ?? 1
  }

  var items: [(String, String)] {
    [("list", listValue), ("q", search), ("page", page > 1 ? "\(page)" : "")]
  }

  var listValue: String {
    switch list {
    case .suggested: ""
    case .all: "all"
    case .one(let id): id.description
    }
  }

  func at(page: Int) -> ChoosingQuery {
    var query = self
    query.page = page
    return query
  }

  func location(_ party: PartyID) -> String {
    Path.choosing(party).query(items)
  }
}
