import Core
import HTML
import House
import Records
import Site

/// The number of people on a list who can't be written to, and what can be done for them.
struct ImportAddresses: Sendable, Equatable {
  var people = 0
  var without = 0
  /// The number of those without an address who have a page where they can be found.
  var linked = 0

  func notice(_ t: Phrases) -> Node {
    if without == 0 { return .nothing }
    return div(.class("notice"), .role("status")) {
      t.icon("info")
      p {
        t.count(without == people ? "import.addresses.none" : "import.addresses.some", without)
        " "
        t("import.addresses.hint")
        if linked > 0 { " " + t.count("import.addresses.links", linked) }
      }
    }
  }
}
