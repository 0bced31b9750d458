import Acts
import Core
import HTML
import House
import Records
import Site

/// People of the address book who may be one, each pair side by side.
package struct PairsPage: Page {
  package struct Pair: Sendable, Equatable {
    package let one: Person
    package let other: Person

    package init(one: Person, other: Person) {
      self.one = one
      self.other = other
    }
  }

  package let pairs: [Pair]
  var isSaved = false

  package static let size = 20

  package init(pairs: [Pair], isSaved: Bool = false) {
    self.pairs = pairs
    self.isSaved = isSaved
  }

  package var chrome: Chrome { .host(current: .people) }

  package static var samples: [PairsPage] {
    let people = Person.samples
    return [
      PairsPage(
        pairs: [Pair(one: people[0], other: people[1]), Pair(one: people[0], other: people[2])], isSaved: true),
      PairsPage(pairs: []),
    ]
  }

  package func title(_ t: Phrases) -> String { t("people.pairs.title") }

  package func body(_ t: Phrases) -> Node {
    group {
      div(.class("page-head")) {
        BackLink(to: Path.people, t("people.title")).node(t)
        h1 { title(t) }
        p(.class("lead")) { t(pairs.isEmpty ? "people.pairs.none" : "people.pairs.lead") }
      }
      if isSaved { SavedNotice("person.saved").node(t) }
      for pair in pairs { card(pair, t) }
    }
  }

  private func card(_ pair: Pair, _ t: Phrases) -> Node {
    div(.class("card stack"), .role("group"), .aria(.label, "\(pair.one.shownName), \(pair.other.shownName)")) {
      div(.class("columns even")) {
        side(pair.one, t)
        side(pair.other, t)
      }
      form(.class("actions"), .method("post"), .action(Path.pairs.text)) {
        input(.type("hidden"), .name("one"), .value(pair.one.id.description))
        input(.type("hidden"), .name("other"), .value(pair.other.id.description))
        for kept in keepers(pair) {
          button(.class("button"), .type("submit"), .name("keep"), .value(kept.id.description)) {
            keepers(pair).count == 1
              ? t("people.pairs.same") : t("people.pairs.keep", ["address": kept.record.email])
          }
        }
        button(.class("button quiet"), .type("submit"), .name("keep"), .value("both")) { t("people.pairs.apart") }
      }
    }
  }

  /// The people whose details may stay: if both have an address, the host chooses.
  private func keepers(_ pair: Pair) -> [Person] {
    let reachable = [pair.one, pair.other].filter { !$0.record.email.isEmpty }
    return reachable.isEmpty ? [pair.one] : reachable
  }

  private func side(_ person: Person, _ t: Phrases) -> Node {
    p {
      a(.href(Path.person(person.id).text)) { strong { person.shownName } }
      for text in [person.record.email, person.record.organisation, person.record.role, person.record.country]
      where !text.isEmpty && text != person.shownName {
        br()
        text
      }
      if !person.record.topics.isEmpty {
        br()
        span(.class("small soft")) { PeopleTable.topics(person.record.topics, t) }
      }
    }
  }
}
