import HTML
import House
import Records

/// The link above a page's heading to the page above it.
package struct BackLink {
  package let path: Path
  package let label: String

  package init(to path: Path, _ label: String) {
    self.path = path
    self.label = label
  }

  package func node(_ t: Phrases) -> Node {
    a(.class("back plain"), .href(path.text)) {
      t.icon("left")
      " " + label
    }
  }
}

/// A notice of what was just saved, in the words of the key the address ends in; nothing if there are no such words.
package struct SavedNotice {
  package let key: String

  package init(_ key: String) { self.key = key }

  package func node(_ t: Phrases) -> Node {
    guard t.has(key) else { return .nothing }
    return div(.class("notice good"), .role("status"), .data("data-said", "")) {
      t.icon("check")
      p { t(key) }
    }
  }
}
