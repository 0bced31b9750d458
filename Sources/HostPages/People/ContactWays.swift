import Core
import HTML
import House
import Site

/// Pages where somebody can be found, as given in a programme or a list. They open only when the host presses them.
struct ContactWays {
  let links: [ContactLink]

  init(_ links: [ContactLink]) { self.links = links }

  func card(_ t: Phrases) -> Node {
    if links.isEmpty { return .nothing }
    return section(.class("card"), .aria(.labelledBy, "ways")) {
      h2(.id("ways")) { t("person.ways") }
      list(t)
    }
  }

  func list(_ t: Phrases) -> Node {
    ul(.class("plainlist tight")) {
      for link in links {
        li {
          a(.href(link.url), .rel("noopener noreferrer"), Attribute("target", "_blank")) { link.shown }
          " "
          span(.class("soft small")) { t("person.way.\(link.kind.rawValue)") }
        }
      }
    }
  }
}
