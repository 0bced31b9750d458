import Core
import HTML
import House
import Records
import Site

/// Asks again before a person is erased, and explains what that means.
package struct ErasurePage: Page {
  package let person: Person
  /// Titles of the parties at which they have a place.
  package let parties: [String]

  package init(person: Person, parties: [String]) {
    self.person = person
    self.parties = parties
  }

  package var chrome: Chrome { .host(current: .people) }
  package var isNarrow: Bool { true }

  package static var samples: [ErasurePage] {
    [
      ErasurePage(person: Person.samples[0], parties: ["Wenn KI mitcoacht"]),
      ErasurePage(person: Person.samples[1], parties: []),
    ]
  }

  package func title(_ t: Phrases) -> String { t("person.erasure.title") }

  package func body(_ t: Phrases) -> Node {
    group {
      div(.class("page-head")) {
        BackLink(to: Path.person(person.id), person.shownName).node(t)
        h1 { title(t) }
      }
      ErasureForm(person: person, parties: parties).text(t)
      form(.class("actions"), .method("post"), .action(Path.personErasure(person.id).text)) {
        button(.class("button danger"), .type("submit")) { t("person.erasure.confirm") }
        a(.class("button"), .href(Path.person(person.id).text)) { t("person.erasure.keep") }
      }
    }
  }
}

/// The meaning of erasing, on its page and in the dialog of the person's page.
struct ErasureForm {
  let person: Person
  let parties: [String]

  func dialog(_ t: Phrases) -> Node {
    element("dialog", [.id("erase"), .aria(.labelledBy, "erase-title")]) {
      h2(.id("erase-title")) { t("person.erasure.title") }
      text(t)
      form(.class("actions"), .method("post"), .action(Path.personErasure(person.id).text)) {
        button(.class("button danger"), .type("submit")) { t("person.erasure.confirm") }
        button(.class("button"), .type("button"), .data("data-close", "")) { t("person.erasure.keep") }
      }
    }
  }

  func text(_ t: Phrases) -> Node {
    group {
      p { t("person.erasure.text", ["name": person.shownName]) }
      if !parties.isEmpty {
        p {
          t("person.erasure.parties", ["parties": t.list(parties.map { t("person.erasure.quoted", ["title": $0]) })])
        }
      }
      p(.class("small soft")) { t("person.erasure.suppression") }
    }
  }
}
