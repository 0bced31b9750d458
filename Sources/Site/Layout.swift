import Core
import HTML
import House
import Records

/// The document around a page: head, bar, foot.
package struct Layout<Content: Page> {
  package let frame: Frame
  package let page: Content

  package init(frame: Frame, page: Content) {
    self.frame = frame
    self.page = page
  }

  private var t: Phrases { frame.phrases }
  private var organisation: Organisation { frame.signboard.organisation }

  package var document: Node {
    element("html", [.lang(t.language.rawValue)]) {
      head
      element("body", []) {
        a(.class("skip"), .href("#main")) { t("frame.skip") }
        banner
        element("main", mainAttributes) { page.body(t) }
        if page.chrome != .room { foot }
      }
    }
  }

  private var mainAttributes: [Attribute] {
    [.id("main"), .class(mainClass), Attribute("tabindex", "-1")]
      + (page.keepsPlace ? [.data("data-keeps-place", "")] : [])
  }

  private var mainClass: String {
    switch page.chrome {
    case .host: page.isNarrow ? "page narrow" : "page"
    case .guest: "guest"
    case .alone: "alone"
    case .room: "room"
    }
  }

  private var head: Node {
    element("head", []) {
      meta(.charset("utf-8"))
      element("title", []) { pageTitle }
      meta(.name("viewport"), .content("width=device-width, initial-scale=1"))
      meta(.name("color-scheme"), .content("light dark"))
      meta(.name("theme-color"), .content(organisation.colour?.text ?? "#0f2f33"))
      meta(.name("robots"), .content("noindex, nofollow"))
      preview
      if let seconds = page.refresh {
        element("noscript", []) { meta(Attribute("http-equiv", "refresh"), .content(String(seconds))) }
      }
      link(.rel("icon"), .href(frame.assets.url("img/favicon.svg")), .type("image/svg+xml"))
      page.meta(t)
      link(.rel("stylesheet"), .href(frame.assets.url(sheets: page.styleSheets)))
      if let style = frame.signboard.styleURL { link(.rel("stylesheet"), .href(style)) }
      for module in page.modules {
        script(.type("module"), .src(frame.assets.url("js/\(module).js")))
      }
    }
  }

  /// The preview a chat shows of a link pasted there: a title and a sentence, with nothing about its recipient or
  /// content.
  @NodeBuilder private var preview: [Node] {
    let kind = page.chrome == .guest || page.chrome == .room ? "guest" : "host"
    let sentence = t("frame.preview.\(kind).text")
    meta(.name("description"), .content(sentence))
    meta(Attribute("property", "og:type"), .content("website"))
    meta(Attribute("property", "og:title"), .content(t("frame.preview.\(kind)")))
    meta(Attribute("property", "og:description"), .content(sentence))
  }

  /// A guest's page bears the host's letter, not our name.
  private var pageTitle: String {
    page.chrome == .guest || page.chrome == .room ? page.title(t) : "\(page.title(t)) · Stehtisch"
  }

  private var banner: Node {
    switch page.chrome {
    case .host(let current): masthead(current)
    case .guest: dusk("dusk")
    case .alone: dusk("dusk tall")
    case .room: .nothing
    }
  }

  private func dusk(_ style: String) -> Node {
    header(.class(style)) {
      img(.src(frame.assets.url("img/dusk.svg")), .width("1200"), .height("560"), .alt(""))
    }
  }

  private func masthead(_ current: Chrome.Place?) -> Node {
    header(.class("masthead evening")) {
      div(.class("inner")) {
        a(.class("brand"), .href(Path.home.text)) {
          if let logo = frame.signboard.logoURL {
            img(.class("logo"), .src(logo), .alt(""))
          } else {
            t.icon("mark", style: "")
          }
          " " + (organisation.name.isEmpty ? "Stehtisch" : organisation.name)
        }
        nav(.aria(.label, t("frame.navigation"))) {
          ul {
            li { placeLink(.home, .home, current) { [.text(t("frame.home"))] } }
            li { placeLink(.people, .people, current) { [.text(t("frame.people"))] } }
            if frame.hasCircles { li { placeLink(.circles, .circles, current) { [.text(t("circle.all"))] } } }
          }
        }
        div(.class("side")) {
          placeLink(.settings, .settings, current) {
            t.icon("settings")
            span(.class("who")) { hostLabel }
          }
        }
      }
    }
  }

  /// A new host has no name yet.
  private var hostLabel: String {
    frame.hostName.flatMap { $0.isEmpty ? nil : $0 } ?? t("frame.settings")
  }

  private func placeLink(
    _ place: Chrome.Place, _ path: Path, _ current: Chrome.Place?, @NodeBuilder label: () -> [Node]
  ) -> Node {
    let here: [Attribute] = place == current ? [.aria(.current, "page")] : []
    return element("a", [.href(path.text)] + here, content: label)
  }

  private var foot: Node {
    footer(.class("foot")) {
      div(.class("inner")) {
        if !organisation.name.isEmpty { span { organisation.name } }
        if let notice = organisation.legalNotice {
          a(.href(notice.absoluteString), .rel("noreferrer")) { t("frame.legalNotice") }
        }
        a(.href(Path.privacy.text)) { t("frame.privacy") }
        form(.method("post"), .action(Path.language.text)) {
          input(.type("hidden"), .name("back"), .value(frame.location))
          let other: Language = t.language == .german ? .english : .german
          button(
            .class("button quiet small"), .type("submit"), .name("language"), .value(other.rawValue),
            .lang(other.rawValue)
          ) { other == .german ? "Deutsch" : "English" }
        }
      }
    }
  }
}
