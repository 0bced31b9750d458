import Core
import HTML
import House
import Site

/// The pieces of the room's controls. A button names its action in `data-do`; `js/room/view/start.js` listens.
extension Phrases {
  func press(
    _ does: String, _ key: String, icon name: String? = nil, style: String = "button small", _ more: Attribute...
  ) -> Node {
    element("button", [.type("button"), .class(style), .data("data-do", does)] + more) {
      if let name { icon(name) }
      span { self(key) }
    }
  }

  /// A button of the dock: a symbol with its word underneath, and the key that does the same.
  func dock(_ does: String, _ key: String, icon name: String, shortcut: String? = nil, _ more: Attribute...) -> Node {
    let keys = shortcut.map { [Attribute("aria-keyshortcuts", $0)] } ?? []
    return element("button", [.type("button"), .class("control"), .data("data-do", does)] + keys + more) {
      icon(name)
      span(.data("data-label", "")) { self(key) }
    }
  }

  /// A one-line form: the text, and the button that sends it.
  func line(_ does: String, label key: String, button: String, limit: Int) -> Node {
    form(.class("line"), .data("data-do", does), .method("dialog")) {
      label(.class("visually-hidden"), .for(does)) { self(key) }
      input(
        .id(does), .name("text"), .type("text"), .autocomplete("off"), .maxlength(String(limit)),
        .placeholder(self(key)))
      element("button", [.type("submit"), .class("button small primary")]) { self(button) }
    }
  }

  /// A window over the page with a heading and a way to close it.
  func window(_ id: String, _ key: String, style: String = "", @NodeBuilder content: () -> [Node]) -> Node {
    dialog(.id(id), .class("window \(style)"), .aria(.labelledBy, id + "-title")) {
      div(.class("window-head")) {
        h2(.id(id + "-title")) { self(key) }
        close
      }
      content()
    }
  }

  package var close: Node {
    button(.type("button"), .class("button square"), .data("data-do", "close"), .aria(.label, self("room.close"))) {
      icon("cross")
    }
  }

  /// A place in a template that a module fills.
  package func slot(_ name: String, _ tag: Tag = "span", style: String = "") -> Node {
    element(tag, [.data("data-slot", name)] + (style.isEmpty ? [] : [.class(style)]))
  }
}
