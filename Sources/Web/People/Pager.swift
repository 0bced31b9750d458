import HTML
import Hummingbird

/// Which page of a long list is shown, and the links to its neighbours.
struct Pager: Sendable, Equatable {
  /// From 1.
  let page: Int
  let size: Int
  let total: Int

  init(page: Int, size: Int, total: Int) {
    self.page = page
    self.size = size
    self.total = total
  }

  static let pageBounds = 1...1_000_000

  var pages: Int { max(1, (total + size - 1) / size) }

  /// The places of the first and the last one shown, from 1.
  var shown: (first: Int, last: Int) {
    let first = (page - 1) * size + 1
    return (min(first, total), min(total, page * size))
  }

  /// Nothing where all fits on one page.
  func node(_ t: Phrases, label: String, link: (Int) -> String) -> Node {
    guard pages > 1 else { return .nothing }
    return nav(.class("row"), .aria(.label, label)) {
      if page > 1 {
        a(.class("button small"), .href(link(page - 1)), .rel("prev")) {
          t.icon("left")
          t("pager.back")
        }
      }
      span(.class("soft")) { t("pager.page", ["page": t.number(page), "pages": t.number(pages)]) }
      if page < pages {
        a(.class("button small"), .href(link(page + 1)), .rel("next")) {
          t("pager.next")
          t.icon("right")
        }
      }
    }
  }
}

extension Request {
  /// The page of a long list that a query names; anything that is none is the first.
  func page(_ name: Substring) -> Int {
    uri.queryParameters[name].flatMap { Int(typed: $0, in: Pager.pageBounds) } ?? 1
  }
}
