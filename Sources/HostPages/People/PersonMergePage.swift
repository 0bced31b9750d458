import Acts
import Core
import HTML
import House
import Records
import Site

/// The choice of a person to merge with, and the result.
package struct PersonMergePage: Page {
  package let person: Person
  package var words = ""
  package var found: [Person] = []
  /// The person who was chosen.
  var other: Person?
  /// Titles of parties to which both were invited: two answers can't become one.
  var obstacles: [String] = []

  package init(person: Person, words: String = "", found: [Person] = [], other: Person? = nil, obstacles: [String] = [])
  {
    self.person = person
    self.words = words
    self.found = found
    self.other = other
    self.obstacles = obstacles
  }

  package var chrome: Chrome { .host(current: .people) }

  package static var samples: [PersonMergePage] {
    let people = Person.samples
    return [
      PersonMergePage(person: people[0]),
      PersonMergePage(person: people[0], words: "Brandis", found: [people[1], people[2]]),
      PersonMergePage(person: people[0], words: "Nobody"),
      PersonMergePage(person: people[0], other: people[2]),
      PersonMergePage(person: people[0], other: people[1], obstacles: ["Wenn KI mitcoacht"]),
    ]
  }

  package func title(_ t: Phrases) -> String { t("person.merge.title") }

  package func body(_ t: Phrases) -> Node {
    group {
      div(.class("page-head")) {
        BackLink(to: Path.person(person.id), person.shownName).node(t)
        h1 { title(t) }
        p(.class("lead")) { t("person.merge.lead", ["name": person.shownName]) }
      }
      if let other { preview(other, t) } else { search(t) }
    }
  }

  private func search(_ t: Phrases) -> Node {
    group {
      form(.class("search"), .method("get"), .action(Path.personMerge(person.id).text), .role("search")) {
        div(.class("field grow")) {
          label(.for("q")) { t("person.merge.with") }
          input(.id("q"), .type("search"), .name("q"), .value(words), .placeholder(t("people.searchHint")))
        }
        button(.class("button"), .type("submit")) {
          t.icon("search")
          t("people.search")
        }
      }
      if !words.isEmpty, found.isEmpty { p(.class("soft"), .role("status")) { t("person.merge.nobody") } }
      if !found.isEmpty { candidates(t) }
    }
  }

  private func candidates(_ t: Phrases) -> Node {
    PeopleTable.scroll(t("person.merge.region")) {
      caption { t("person.merge.caption") }
      thead {
        tr {
          for key in ["name", "organisation", "email"] { th(.scope("col")) { t("people.column.\(key)") } }
          th(.scope("col")) { t("person.merge.choose") }
        }
      }
      tbody {
        for candidate in found {
          tr {
            th(.scope("row")) { candidate.shownName }
            td { PeopleTable.work(candidate.record) }
            td { candidate.record.email }
            td {
              a(
                .class("button small"),
                .href(Path.personMerge(person.id).query([("with", candidate.id.description)]))
              ) {
                t("person.merge.this")
                span(.class("visually-hidden")) { " \(candidate.shownName)" }
              }
            }
          }
        }
      }
    }
  }

  private func preview(_ other: Person, _ t: Phrases) -> Node {
    let result = PersonUnion.merge(person.record, other.record).record
    return group {
      PeopleTable.scroll(t("person.merge.preview")) {
        caption { t("person.merge.previewCaption") }
        thead {
          tr {
            th(.scope("col")) { t("person.merge.field") }
            th(.scope("col")) { t("person.merge.first") }
            th(.scope("col")) { t("person.merge.second") }
            th(.scope("col")) { t("person.merge.result") }
          }
        }
        tbody {
          for (key, value) in Self.fields {
            tr {
              th(.scope("row")) { t("person.\(key)") }
              td(.data("data-label", t("person.merge.first"))) { value(person.record) }
              td(.data("data-label", t("person.merge.second"))) { value(other.record) }
              td(.data("data-label", t("person.merge.result"))) { value(result) }
            }
          }
        }
      }
      if losesAddress(other) { notice("info", t("person.merge.addressGoes", ["email": other.record.email]), t) }
      if obstacles.isEmpty {
        confirm(other, t)
      } else {
        notice("warning", t("people.merge.bothInvited", ["party": t.list(obstacles)]), t)
      }
    }
  }

  private func losesAddress(_ other: Person) -> Bool {
    guard let key = other.record.emailKey, let own = person.record.emailKey else { return false }
    return key != own
  }

  private func notice(_ icon: String, _ text: String, _ t: Phrases) -> Node {
    div(.class("notice"), .role("status")) {
      t.icon(icon)
      p { text }
    }
  }

  private func confirm(_ other: Person, _ t: Phrases) -> Node {
    form(.class("actions"), .method("post"), .action(Path.personMerge(person.id).text)) {
      input(.type("hidden"), .name("other"), .value(other.id.description))
      button(.class("button primary"), .type("submit")) { t("person.merge.confirm") }
      a(.class("button quiet"), .href(Path.person(person.id).text)) { t("person.merge.cancel") }
    }
  }

  private static var fields: [(String, (PersonRecord) -> String)] {
    [
      ("name", \.name), ("email", \.email), ("organisation", \.organisation), ("role", \.role), ("country", \.country),
      ("topics", { $0.topics.joined(separator: "; ") }), ("links", { $0.links.joined(separator: " ") }),
    ].map { ($0.0, $0.1) }
  }
}
