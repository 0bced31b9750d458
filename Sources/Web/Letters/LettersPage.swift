import Core
import Foundation
import HTML

/// One card per person: whom, why, and the sentence of the host's own.
struct LettersPage: Page {
  /// A sentence that can't be taken, to be shown again.
  struct Refused: Sendable {
    let guest: GuestID
    let sentence: String
    let error: Message
  }

  let facts: PartyFacts
  let letters: [DeskLetter]
  /// Whether answers can reach the host.
  let hasAddress: Bool
  var refused: Refused?
  let now: Date

  var chrome: Chrome { .host(current: .home) }
  var modules: [String] { ["count"] }

  func title(_ t: Phrases) -> String { t(heading) }

  func body(_ t: Phrases) -> Node {
    group {
      PartyHead(facts, here: .letters, title: heading, lead: lead(t), now: now).node(t)
      if facts.party.substance.isComplete {
        if letters.isEmpty { nobody(t) } else { desk(t) }
      } else {
        div(.class("actions")) {
          a(.class("button primary"), .href(Path.substance(facts.party.id).text)) { t("letters.needsSubstance.button") }
        }
      }
    }
  }

  private var heading: Message {
    if !facts.party.substance.isComplete { return Message("letters.needsSubstance.title") }
    return letters.isEmpty ? Message("letters.title.none") : .counted("letters.title", letters.count)
  }

  private func lead(_ t: Phrases) -> Message {
    let missing = facts.party.substance.missing
    if letters.isEmpty, missing.isEmpty { return Message("letters.nobody") }
    if missing.isEmpty { return Message("letters.lead") }
    let fields = t.list(missing.map { t("substance.field.\($0.rawValue)") })
    return Message("letters.needsSubstance.lead", ["fields": fields])
  }

  private func nobody(_ t: Phrases) -> Node {
    div(.class("actions")) {
      a(.class("button primary"), .href(Path.choosing(facts.party.id).text)) { t("letters.toChoosing") }
    }
  }

  private func desk(_ t: Phrases) -> Node {
    group {
      dl(.class("counts")) {
        for state in DeskLetter.State.allCases where count(state) > 0 {
          div {
            dt { t("letters.count.\(state.rawValue)") }
            dd { t.number(count(state)) }
          }
        }
      }
      notice(t)
      h2(.class("visually-hidden")) { t("journey.stop.letters") }
      ul(.class("letters")) {
        for letter in letters {
          LetterCard(letter: letter, refused: refused?.guest == letter.guest.id ? refused : nil).node(t)
        }
      }
      div(.class("actions")) {
        a(.class(problems(t).isEmpty ? "button primary" : "button"), .href(Path.waves(facts.party.id).text)) {
          t(problems(t).isEmpty ? "letters.toWaves" : "letters.toWavesAnyway")
        }
      }
    }
  }

  @NodeBuilder private func notice(_ t: Phrases) -> [Node] {
    let problems = problems(t)
    if !problems.isEmpty {
      div(.class("notice"), .role("status")) {
        t.icon("warning")
        div {
          p { strong { t("letters.blocked.title") } }
          ul { for problem in problems { li { problem } } }
        }
      }
    }
  }

  /// What should be put right before the letters leave.
  private func problems(_ t: Phrases) -> [String] {
    let open = letters.filter { !$0.guest.wasWrittenTo && !$0.hasObjected }
    let missing = open.count { $0.sentence.isEmpty }
    let alike = open.count { !$0.alike.isEmpty }
    return [
      missing > 0 ? t.count("letters.blocked.sentence", missing) : nil,
      alike > 0 ? t.count("letters.blocked.alike", alike) : nil,
      hasAddress ? nil : t("letters.unnamedSender"),
    ].compactMap { $0 }
  }

  private func count(_ state: DeskLetter.State) -> Int { letters.count { $0.state == state } }
}

/// One letter's card in the list.
struct LetterCard {
  let letter: DeskLetter
  let refused: LettersPage.Refused?

  func node(_ t: Phrases) -> Node {
    li {
      article(.class("letter card-like"), .aria(.labelledBy, headingID)) {
        div(.class("to")) {
          div {
            h3(.id(headingID)) { known.name }
            if !place(t).isEmpty { p(.class("small soft")) { place(t) } }
          }
          status(t)
        }
        if !letter.reason.isEmpty { p(.class("reason")) { letter.reason } }
        if letter.hasObjected {
          flag(t("letters.objected"), t)
        } else if !letter.alike.isEmpty, !letter.guest.wasWrittenTo {
          flag(t("letters.alike", ["names": t.list(letter.alike), "name": known.name]), t)
        }
        if letter.guest.wasWrittenTo { sent(t) } else { editor(t) }
      }
    }
  }

  private var known: KnownGuest { letter.known }
  private var headingID: String { "to-\(letter.guest.id)" }
  private var fieldID: String { "sentence-\(letter.guest.id)" }

  private func place(_ t: Phrases) -> String {
    let reserve =
      letter.guest.standing == .reserve
      ? t("letters.reserve", ["position": t.number(letter.guest.position)]) : ""
    return [known.organisation, reserve, known.email.isEmpty ? t("letters.noAddress") : ""]
      .filter { !$0.isEmpty }.joined(separator: " · ")
  }

  private func status(_ t: Phrases) -> Node {
    switch letter.state {
    case .ready: coaster("yes", t("letters.state.ready"), t, mood: "yes")
    case .missing: coaster("waiting", t("letters.state.missing"), t)
    case .alike: coaster("warn", t("letters.alikeShort"), t, mood: "warn")
    case .written:
      coaster("sent", t("guest.state.\(letter.guest.invitation.state.rawValue)"), t, mood: "done")
    }
  }

  private func flag(_ words: String, _ t: Phrases) -> Node {
    p(.class("flag"), .id("\(fieldID)-flag")) {
      t.icon("warning")
      span { words }
    }
  }

  private func sent(_ t: Phrases) -> Node {
    group {
      if !letter.sentence.isEmpty { p(.class("serif")) { letter.sentence } }
      div(.class("actions")) { wholeLetter(t) }
    }
  }

  private func editor(_ t: Phrases) -> Node {
    form(
      .class("form"), .method("post"), .action(Path.letterSentence(letter.guest.party, letter.guest.id).text),
      .data("data-dirty", "")
    ) {
      div(.class("field")) {
        label(.for(fieldID)) { t("letters.field.sentenceOf", ["name": known.name]) }
        p(.class("hint"), .id("\(fieldID)-hint")) { t("letters.field.sentenceHint") }
        element("textarea", attributes) { refused?.sentence ?? letter.sentence }
        if let refused { p(.class("error"), .id("\(fieldID)-error")) { t(refused.error) } }
        div(.class("under")) {
          element(
            "output",
            [
              .for(fieldID), .data("data-count", "characters"),
              .data("data-pattern", t("letters.words", ["count": "#"])),
            ]
          ) {
            t("letters.words", ["count": "\((refused?.sentence ?? letter.sentence).count)"])
          }
        }
      }
      div(.class("actions")) {
        button(.class("button"), .type("submit")) {
          t("letters.save")
          span(.class("visually-hidden")) { ": " + known.name }
        }
        wholeLetter(t)
      }
    }
  }

  private var attributes: [Attribute] {
    var described = ["\(fieldID)-hint"]
    if letter.hasObjected || !letter.alike.isEmpty { described.append("\(fieldID)-flag") }
    if refused != nil { described.append("\(fieldID)-error") }
    return [
      .class("serif"), .id(fieldID), .name("sentence"), .rows("3"), .describedBy(described.joined(separator: " ")),
    ] + (refused == nil ? [] : [.aria(.invalid, "true")])
  }

  private func wholeLetter(_ t: Phrases) -> Node {
    a(.class("button quiet"), .href(Path.letter(letter.guest.party, letter.guest.id).text)) {
      t("letters.whole")
      span(.class("visually-hidden")) { ": " + known.name }
    }
  }
}
