import HTML
import House
import Hummingbird
import Site

extension Pager {
  /// Nothing if everything fits on one page.
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
  /// The page of a long list that a query names; the first if the value is invalid.
  package func page(_ name: Substring) -> Int {
    uri.queryParameters[name].flatMap { Int(typed: $0, in: Pager.pageBounds) } ?? 1
  }
}
