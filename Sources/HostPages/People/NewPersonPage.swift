import Acts
import Core
import HTML
import House
import Records
import Site

/// A form for somebody who is on no list.
package struct NewPersonPage: Page {
  let entry: PersonEntry
  let source: ListSource
  var errors = FieldErrors()
  /// The person who has the typed address.
  var bearer: Person?

  package init(
    entry: PersonEntry, source: ListSource = ListSource(.businessCard), errors: FieldErrors = FieldErrors(),
    bearer: Person? = nil
  ) {
    self.entry = entry
    self.source = source
    self.errors = errors
    self.bearer = bearer
  }

  package var chrome: Chrome { .host(current: .people) }
  package var modules: [String] { ["count"] }
  package var isNarrow: Bool { true }

  package static var samples: [NewPersonPage] {
    let taken = FieldErrors([
      "email": Message("person.error.taken"), "sourceWords": Message("import.error.sourceWords"),
    ])
    return [
      NewPersonPage(entry: PersonEntry(PersonRecord())),
      NewPersonPage(
        entry: PersonEntry(PersonRecord.samples[0]), source: ListSource(.other), errors: taken,
        bearer: Person.samples[0]),
    ]
  }

  package func title(_ t: Phrases) -> String { t("person.new.title") }

  package func body(_ t: Phrases) -> Node {
    group {
      div(.class("page-head")) {
        BackLink(to: Path.people, t("people.title")).node(t)
        h1 { title(t) }
      }
      if let bearer { takenNotice(bearer, t) }
      form(.class("form card"), .method("post"), .action(Path.people.text), .data("data-dirty", "")) {
        PersonFields(entry: entry, errors: errors).node(t)
        ChoiceField(
          name: "source", label: t("person.source"),
          options: ListSource.Kind.allCases.map { ($0.rawValue, t("source.\($0.rawValue)")) },
          chosen: source.kind.rawValue, hint: t("import.source.hint")
        ).node
        TextField(
          name: "sourceWords", label: t("import.source.words"), value: source.words, hint: t("import.source.wordsHint"),
          error: errors["sourceWords"].map { t($0) }
        ).node
        div(.class("actions")) { button(.class("button primary"), .type("submit")) { t("person.new.submit") } }
      }
    }
  }

  private func takenNotice(_ bearer: Person, _ t: Phrases) -> Node {
    div(.class("notice bad"), .role("alert")) {
      t.icon("warning")
      p {
        t("person.taken.text", ["name": bearer.shownName])
        " "
        a(.href(Path.person(bearer.id).text)) { t("people.unfinished.show") }
      }
    }
  }
}
