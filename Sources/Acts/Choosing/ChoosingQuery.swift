import Core
import Foundation
import House
import Records

/// The host's view while choosing: a list, a search, a page of it.
package struct ChoosingQuery: Sendable, Equatable {
  package enum List: Sendable, Equatable {
    /// The list of the party's occasion; if there is none, everybody.
    case suggested
    case all
    case one(CandidateList)
  }

  package var list = List.suggested
  package var search = ""
  /// From 1.
  package var page = 1

  package static let pageSize = 20

  package init() {}

  /// Read from the page's forms, which carry it along so as to return to the same place.
  package init(_ form: Form) {
    self.init(list: form.text("list"), search: form.text("q"), page: form.text("page"))
  }

  package init(list: String?, search: String?, page: String?) {
    self.list = list == "all" ? .all : CandidateList(text: list ?? "").map(List.one) ?? .suggested
    self.search = (search ?? "").cut(to: 100).trimmingCharacters(in: .whitespaces)
    self.page = page.flatMap { Int(typed: $0, in: Pager.pageBounds) } ?? 1
  }

  package var items: [(String, String)] {
    [("list", listValue), ("q", search), ("page", page > 1 ? "\(page)" : "")]
  }

  package var listValue: String {
    switch list {
    case .suggested: ""
    case .all: "all"
    case .one(let list): list.text
    }
  }

  package func at(page: Int) -> ChoosingQuery {
    var query = self
    query.page = page
    return query
  }

  package func location(_ party: PartyID) -> String {
    Path.choosing(party).query(items)
  }
}
