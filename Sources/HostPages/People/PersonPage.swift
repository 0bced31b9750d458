import Acts
import Core
import HTML
import House
import Records
import Site

/// One person of the address book.
package struct PersonPage: Page {
  package let person: Person
  let entry: PersonEntry
  var provenance: [Provenance] = []
  /// Titles of the parties at which they have a place.
  package var parties: [String] = []
  var errors = FieldErrors()
  /// The person who has the typed address.
  var bearer: Person?
  var isSaved = false
  /// True if mail to their address bounced.
  var isReturned = false

  package init(
    person: Person, entry: PersonEntry, provenance: [Provenance] = [], parties: [String] = [],
    errors: FieldErrors = FieldErrors(), bearer: Person? = nil, isSaved: Bool = false, isReturned: Bool = false
  ) {
    self.person = person
    self.entry = entry
    self.provenance = provenance
    self.parties = parties
    self.errors = errors
    self.bearer = bearer
    self.isSaved = isSaved
    self.isReturned = isReturned
  }

  package var chrome: Chrome { .host(current: .people) }
  package var modules: [String] { ["confirm", "count"] }

  package static var samples: [PersonPage] {
    let person = Person.samples[0]
    var wrong = PersonEntry(person)
    wrong.email = "h.brandis@example,org"
    return [
      PersonPage(
        person: person, entry: PersonEntry(person), provenance: [Provenance(list: .sample, line: 4)],
        parties: ["Wenn KI mitcoacht"], isSaved: true, isReturned: true),
      PersonPage(
        person: person, entry: wrong,
        errors: FieldErrors(["email": Message("person.error.email", ["value": wrong.email])])),
      PersonPage(
        person: person, entry: PersonEntry(person),
        errors: FieldErrors(["email": Message("person.error.taken")]), bearer: Person.samples[2]),
    ]
  }

  package func title(_ t: Phrases) -> String { person.shownName }

  package func body(_ t: Phrases) -> Node {
    group {
      div(.class("page-head")) {
        BackLink(to: Path.people, t("people.title")).node(t)
        h1 { person.shownName }
      }
      if isSaved {
        SavedNotice("person.saved").node(t)
      }
      if let bearer { takenNotice(bearer, t) }
      if isReturned {
        div(.class("notice bad")) {
          t.icon("warning")
          p { t("person.returned") }
        }
      }
      div(.class("columns")) {
        fields(t)
        div(.class("stack")) {
          ContactWays(person.record.links.compactMap(ContactLink.init)).card(t)
          origin(t)
          merge(t)
          form(.class("card"), .method("post"), .action(Path.personAccess(person.id).text)) {
            h2 { t("person.access.title") }
            p { t("person.access.text") }
            div(.class("actions")) {
              button(.class("button"), .type("submit")) {
                t.icon("download")
                t("person.access.button")
              }
            }
          }
          div(.class("actions")) {
            a(.class("button danger"), .href(Path.personErasure(person.id).text), .data("data-dialog", "erase")) {
              t.icon("trash")
              t("person.erase")
            }
          }
        }
      }
      ErasureForm(person: person, parties: parties).dialog(t)
    }
  }

  private func takenNotice(_ bearer: Person, _ t: Phrases) -> Node {
    div(.class("notice bad"), .role("alert")) {
      t.icon("warning")
      p {
        t("person.taken.text", ["name": bearer.shownName])
        " "
        a(.href(Path.personMerge(person.id).query([("with", bearer.id.description)]))) { t("person.taken.merge") }
      }
    }
  }

  private func fields(_ t: Phrases) -> Node {
    form(.class("form card"), .method("post"), .action(Path.person(person.id).text), .data("data-dirty", "")) {
      h2 { t("person.fields") }
      PersonFields(entry: entry, errors: errors).node(t)
      div(.class("actions")) { button(.class("button primary"), .type("submit")) { t("person.save") } }
    }
  }

  private func origin(_ t: Phrases) -> Node {
    section(.class("card"), .aria(.labelledBy, "from")) {
      h2(.id("from")) { t("person.from") }
      if provenance.isEmpty { p(.class("soft")) { t("person.fromNowhere") } }
      ul(.class("plainlist tight")) {
        for item in provenance {
          li {
            strong { t.listName(item.list.name) }
            br()
            item.list.occasion.label(t)
            " · "
            item.list.source.label(t)
            br()
            span(.class("small soft")) { place(item, t) }
          }
        }
      }
    }
  }

  private func place(_ item: Provenance, _ t: Phrases) -> String {
    if item.line == 0 { return t("person.fromHand", ["day": t.day(person.createdAt)]) }
    return t(
      "person.fromLine",
      [
        "file": item.list.fileName.isEmpty ? t("import.pasted") : item.list.fileName,
        "line": t.number(item.line), "day": t.day(item.list.importedAt),
      ])
  }

  private func merge(_ t: Phrases) -> Node {
    section(.class("card"), .aria(.labelledBy, "merge")) {
      h2(.id("merge")) { t("person.merge.title") }
      form(.class("form"), .method("get"), .action(Path.personMerge(person.id).text)) {
        TextField(
          name: "q", label: t("person.merge.with"), value: familyName, hint: t("person.merge.hint"),
          type: "search"
        ).node
        div(.class("actions")) {
          button(.class("button"), .type("submit")) {
            t.icon("merge")
            t("person.merge.search")
          }
        }
      }
    }
  }

  /// The last name alone, since the other entry may lack the title or the first name.
  private var familyName: String { person.record.name.split(separator: " ").last.map(String.init) ?? "" }
}
