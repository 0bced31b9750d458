import HTML
import House
import Records
import Site

/// Passes a browser on to a provider: at once, or by its link where a browser wants to be asked.
package struct PassingPage: Page {
  /// The provider's name.
  let name: String
  let address: String

  package init(name: String, address: String) {
    (self.name, self.address) = (name, address)
  }

  package var chrome: Chrome { .alone }

  package static var samples: [PassingPage] {
    [PassingPage(name: "Universität Nordstadt", address: "#main")]
  }

  package func title(_ t: Phrases) -> String { t("signOn.passing.title", ["provider": name]) }

  package func meta(_ t: Phrases) -> [Node] {
    [leading(to: address)]
  }

  package func body(_ t: Phrases) -> Node {
    group {
      h1 { title(t) }
      p(.class("lead")) { t("signOn.passing.text", ["provider": name]) }
      p { a(.class("button primary"), .href(address), .rel("noreferrer")) { t("signOn.passing.link") } }
    }
  }
}

private func leading(to address: String) -> Node {
  meta(Attribute("http-equiv", "refresh"), .content("0; url=\(address)"))
}
