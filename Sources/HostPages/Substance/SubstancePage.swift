import Acts
import Core
import Foundation
import HTML
import House
import Records
import Site

/// The three fields, each with examples beside it and, if it is thin, with what is missing.
package struct SubstancePage: Page {
  package let facts: PartyFacts
  /// As stored, or as typed if it can't be accepted.
  let entered: Substance
  var errors = FieldErrors()
  var isSaved = false
  package let now: Date

  package init(
    facts: PartyFacts, entered: Substance, errors: FieldErrors = FieldErrors(), isSaved: Bool = false, now: Date
  ) {
    self.facts = facts
    self.entered = entered
    self.errors = errors
    self.isSaved = isSaved
    self.now = now
  }

  package var chrome: Chrome { .host(current: .home) }
  package var modules: [String] { ["count"] }

  package static var samples: [SubstancePage] {
    let now = PartyFacts.sampleTime
    let thin = Substance(
      topic: "Die Zukunft der Arbeit", question: "Wie sehen Sie die Zukunft des Coachings?",
      contribution: "Ich freue mich auf spannende Impulse.")
    var emptied = Party.sample().substance
    emptied.contribution = ""
    return [
      SubstancePage(facts: .fresh, entered: Substance(), now: now),
      SubstancePage(facts: .draft, entered: thin, isSaved: true, now: now),
      SubstancePage(facts: .prepared, entered: Party.sample().substance, isSaved: true, now: now),
      SubstancePage(
        facts: .inviting, entered: emptied,
        errors: FieldErrors(["contribution": Message("substance.error.lettersLeft")]), now: now),
    ]
  }

  package func title(_ t: Phrases) -> String { t("substance.title") }

  package func body(_ t: Phrases) -> Node {
    group {
      PartyHead(
        facts, here: .substance, title: Message("substance.title"), lead: Message("substance.lead"), now: now
      ).node(t)
      if isSaved, errors.isEmpty { saved(t) }
      if !facts.written.isEmpty { lettersLeft(t) }
      form(.class("stack"), .method("post"), .action(Path.substance(facts.party.id).text), .data("data-dirty", "")) {
        for field in SubstanceField.allCases {
          div(.class("columns even")) {
            entry(field, t)
            guide(field, t)
          }
        }
        div(.class("actions")) {
          button(.class("button primary"), .type("submit")) { t("substance.save") }
          a(.class("button quiet"), .href(next.text)) { t(nextKey) }
        }
      }
    }
  }

  private func saved(_ t: Phrases) -> Node {
    let missing = entered.missing
    return div(.class(missing.isEmpty ? "notice good" : "notice"), .role("status")) {
      t.icon(missing.isEmpty ? "check" : "info")
      p {
        if missing.isEmpty {
          t("substance.saved")
        } else {
          t(
            "substance.savedMissing",
            ["fields": t.list(missing.map { t("substance.field.\($0.rawValue)") })])
        }
      }
    }
  }

  private func lettersLeft(_ t: Phrases) -> Node {
    div(.class("notice"), .role("status")) {
      t.icon("info")
      p { t.count("substance.lettersLeft", facts.written.count) }
    }
  }

  private func entry(_ field: SubstanceField, _ t: Phrases) -> Node {
    let name = field.rawValue
    return div(.class("card")) {
      TextField(
        name: name, label: t("substance.field.\(name)"), value: entered[field], hint: t("substance.hintFor.\(name)"),
        error: errors[name].map { t($0) }, rows: Self.rows[field] ?? 1,
        more: [.maxlength("\(SubstanceEntry.longest[field] ?? 0)")]
      ).node
      div(.class("under")) {
        judgement(field, t)
        element(
          "output",
          [.for(name), .data("data-count", "words"), .data("data-pattern", t("substance.words", ["count": "#"]))]
        ) {
          t("substance.words", ["count": "\(entered[field].split(whereSeparator: \.isWhitespace).count)"])
        }
      }
      hintList(field, t)
    }
  }

  private static let rows: [SubstanceField: Int] = [.question: 3, .contribution: 4]

  @NodeBuilder private func judgement(_ field: SubstanceField, _ t: Phrases) -> [Node] {
    if !entered[field].isEmpty {
      if hints(field).isEmpty {
        coaster("yes", t("substance.good"), t, mood: "yes")
      } else {
        coaster("warn", t("substance.thin"), t, mood: "warn")
      }
    }
  }

  @NodeBuilder private func hintList(_ field: SubstanceField, _ t: Phrases) -> [Node] {
    let hints = hints(field)
    if errors[field.rawValue] == nil, !hints.isEmpty, !entered[field].isEmpty || isSaved {
      div(.class("notice"), .role("status")) {
        t.icon("info")
        ul { for hint in hints { li { t(hint.message) } } }
      }
    }
  }

  /// In the language of the letters, which is that of the texts.
  private func hints(_ field: SubstanceField) -> [Hint] {
    Rubric.hints(for: entered, language: facts.party.form.language).filter { $0.field == field }
  }

  private func guide(_ field: SubstanceField, _ t: Phrases) -> Node {
    let guide = Rubric.guide(for: field)
    return div(.class("aside")) {
      h2 { t("substance.guide.\(field.rawValue)") }
      p { t(guide.introduction) }
      for good in guide.good {
        p(.class("example")) {
          t.icon("check")
          span(.class("visually-hidden")) { t("substance.goodExample") + " " }
          t("party.quoted", ["text": t(good)])
        }
      }
      p(.class("example bad")) {
        t.icon("cross")
        span(.class("visually-hidden")) { t("substance.badExample") + " " }
        t("party.quoted", ["text": t(guide.bad)])
      }
      p(.class("small soft")) { t(guide.whyBad) }
    }
  }

  private var next: Path { facts.hasDate ? .letters(facts.party.id) : .date(facts.party.id) }
  private var nextKey: String { facts.hasDate ? "substance.toLetters" : "substance.toDate" }
}
