import Core
import HTML

/// The document around a page: head, bar, foot.
struct Layout<Content: Page> {
  let frame: Frame
  let page: Content

  private var t: Phrases { frame.phrases }

  var document: Node {
    element("html", [.lang(t.language.rawValue)]) {
      head
      element("body", [.class(bodyClass)]) {
        a(.class("skip"), .href("#content")) { t("frame.skip") }
        masthead
        main(.id("content"), .class(mainClass)) { page.body(t) }
        foot
      }
    }
  }

  private var bodyClass: String {
    switch page.chrome {
    case .host: "host"
    case .guest: "personal"
    case .alone: "plain"
    }
  }

  private var mainClass: String {
    switch page.chrome {
    case .host: "page"
    case .guest: "guest"
    case .alone: "page narrow"
    }
  }

  private var head: Node {
    element("head", []) {
      meta(.charset("utf-8"))
      element("title", []) { pageTitle }
      meta(.name("viewport"), .content("width=device-width, initial-scale=1"))
      meta(.name("color-scheme"), .content("light dark"))
      meta(.name("robots"), .content("noindex, nofollow"))
      if let seconds = page.refresh {
        element("noscript", []) { meta(Attribute("http-equiv", "refresh"), .content(String(seconds))) }
      }
      link(.rel("icon"), .href(frame.assets.url("img/favicon.svg")), .type("image/svg+xml"))
      for name in frame.assets.names where name.hasPrefix("css/") {
        link(.rel("stylesheet"), .href(frame.assets.url(name)))
      }
      for module in page.modules {
        script(.type("module"), .src(frame.assets.url("js/\(module).js")))
      }
    }
  }

  /// A guest's page carries the host's letter, not our name.
  private var pageTitle: String {
    page.chrome == .guest ? page.title(t) : "\(page.title(t)) · Stehtisch"
  }

  private var masthead: Node {
    if page.chrome == .guest {
      return header(.class("dusk")) { img(.src(t.picture("dusk.svg")), .width("1200"), .height("560"), .alt("")) }
    }
    guard case .host(let current) = page.chrome else { return .nothing }
    return header(.class("masthead")) {
      div(.class("inner")) {
        a(.class("brand"), .href(Path.home.text)) {
          img(.src(frame.assets.url("img/mark.svg")), .alt(""), .width("34"), .height("34"))
          "Stehtisch"
        }
        nav(.aria(.label, t("frame.navigation"))) {
          ul {
            for (place, path) in Self.places {
              li { placeLink(place, path, current) }
            }
          }
        }
        div(.class("side")) {
          if let name = frame.hostName { a(.href(Path.settings.text)) { name } }
          form(.method("post"), .action(Path.signOut.text)) {
            button(.class("quiet"), .type("submit")) { t("frame.signOut") }
          }
        }
      }
    }
  }

  private static var places: [(Chrome.Place, Path)] {
    [(.home, .home), (.people, .people), (.parties, .parties)]
  }

  private func placeLink(_ place: Chrome.Place, _ path: Path, _ current: Chrome.Place?) -> Node {
    let label = t("frame.\(place.rawValue)")
    if place == current { return a(.href(path.text), .aria(.current, "page")) { label } }
    return a(.href(path.text)) { label }
  }

  private var foot: Node {
    footer(.class("foot")) {
      div(.class("inner")) {
        form(.method("post"), .action(Path.language.text)) {
          input(.type("hidden"), .name("back"), .value(frame.location))
          let other: Language = t.language == .german ? .english : .german
          button(.class("quiet"), .type("submit"), .name("language"), .value(other.rawValue), .lang(other.rawValue)) {
            other == .german ? "Deutsch" : "English"
          }
        }
        if page.chrome == .guest { p { t("frame.guestPrivacy") } }
      }
    }
  }
}
