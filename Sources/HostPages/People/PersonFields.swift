import Acts
import Core
import HTML
import House
import Site

/// The fields of a person, for editing and adding.
struct PersonFields {
  let entry: PersonEntry
  let errors: FieldErrors

  func node(_ t: Phrases) -> Node {
    group {
      field("name", entry.name, t)
      field("email", entry.email, t, type: "email")
      div(.class("fields")) {
        field("organisation", entry.organisation, t)
        field("role", entry.role, t)
        field("country", entry.country, t)
      }
      manner(t)
      area("topics", entry.topics, rows: 5, t)
      area("links", entry.links, rows: 3, t)
      area("note", entry.note, rows: 3, t)
    }
  }

  private func manner(_ t: Phrases) -> Node {
    div(.class("fields")) {
      ChoiceField(
        name: "honorific", label: t("person.honorific"),
        options: [("", t("person.honorific.none"))]
          + Honorific.allCases.map { ($0.rawValue, t("person.honorific.\($0.rawValue)")) },
        chosen: entry.manner.honorific?.rawValue ?? ""
      ).node
      ChoiceField(
        name: "language", label: t("person.language"),
        options: [("", t("person.language.none"))]
          + Language.allCases.map { ($0.rawValue, t("person.language.\($0.rawValue)")) },
        chosen: entry.manner.language?.rawValue ?? "", hint: t("person.language.hint")
      ).node
    }
  }

  private func field(_ name: String, _ value: String, _ t: Phrases, type: String = "text") -> Node {
    TextField(
      name: name, label: t("person.\(name)"), value: value, error: errors[name].map { t($0) }, type: type
    ).node
  }

  private func area(_ name: String, _ value: String, rows: Int, _ t: Phrases) -> Node {
    TextField(
      name: name, label: t("person.\(name)"), value: value, hint: t("person.\(name)Hint"),
      error: errors[name].map { t($0) }, rows: rows
    ).node
  }
}
