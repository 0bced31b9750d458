import HTML

/// Above a page's heading: where it hangs.
struct BackLink {
  let path: Path
  let label: String

  init(to path: Path, _ label: String) {
    self.path = path
    self.label = label
  }

  func node(_ t: Phrases) -> Node {
    a(.class("back plain"), .href(path.text)) {
      t.icon("left")
      " " + label
    }
  }
}

/// What was just saved, in the words of a key that the address ends in; nothing where there are no such words.
struct SavedNotice {
  let key: String

  init(_ key: String) { self.key = key }

  func node(_ t: Phrases) -> Node {
    guard t.has(key) else { return .nothing }
    return div(.class("notice good"), .role("status"), .data("data-said", "")) {
      t.icon("check")
      p { t(key) }
    }
  }
}
