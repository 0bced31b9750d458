import Core
import HTML
import House

/// Pieces shared by tables of people.
enum PeopleTable {
  /// A table that scrolls sideways on a narrow screen, and becomes a list on a phone.
  static func scroll(_ label: String, @NodeBuilder content: () -> [Node]) -> Node {
    element("div", [.class("scroll"), Attribute("tabindex", "0"), .role("region"), .aria(.label, label)]) {
      .element("table", [.class("stacked")], content())
    }
  }

  /// A person's job and organisation.
  static func work(_ record: PersonRecord) -> Node {
    group {
      record.organisation
      if !record.role.isEmpty {
        if !record.organisation.isEmpty { br() }
        span(.class("soft small")) { record.role }
      }
    }
  }

  /// The first topics, and the number of further ones.
  static func topics(_ topics: [String], _ t: Phrases) -> Node {
    let shown = topics.prefix(3).joined(separator: "; ")
    guard topics.count > 3 else { return .text(shown) }
    return .text(t("people.topicsMore", ["topics": shown, "count": t.number(topics.count - 3)]))
  }
}

extension PersonRecord {
  var shownName: String { name.isEmpty ? email : name }
}

extension Phrases {
  /// A pasted list has no name.
  func listName(_ name: String) -> String { name.isEmpty ? self("people.list.pasted") : name }

  /// For captions: `{first}` to `{last}` of `{total}`.
  func range(_ pager: Pager) -> [String: String] {
    ["first": number(pager.shown.first), "last": number(pager.shown.last), "total": number(pager.total)]
  }
}
