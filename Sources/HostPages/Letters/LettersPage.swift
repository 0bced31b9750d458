import Acts
import Core
import Foundation
import HTML
import House
import Records
import Site

/// One card per person: who it is, the reason, and the host's own sentence.
package struct LettersPage: Page {
  package let facts: PartyFacts
  package let letters: [DeskLetter]
  /// True if answers can reach the host.
  let hasAddress: Bool
  /// Sentences that can't be accepted, to be shown again.
  var refused: [GuestID: String] = [:]
  /// The part that was just saved.
  var saved = ""
  package let now: Date

  package init(
    facts: PartyFacts, letters: [DeskLetter], hasAddress: Bool, refused: [GuestID: String] = [:], saved: String = "",
    now: Date
  ) {
    self.facts = facts
    self.letters = letters
    self.hasAddress = hasAddress
    self.refused = refused
    self.saved = saved
    self.now = now
  }

  package var chrome: Chrome { .host(current: .home) }
  package var modules: [String] { ["count", "place", "autosave"] }
  package var keepsPlace: Bool { true }

  package func title(_ t: Phrases) -> String { t(heading) }

  package func body(_ t: Phrases) -> Node {
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
    if letters.contains(where: { !$0.alike.isEmpty }) {
      return Message("letters.title.alike", ["count": "\(letters.count)"])
    }
    return letters.isEmpty ? Message("letters.title.none") : .counted("letters.title", letters.count)
  }

  private func lead(_ t: Phrases) -> Message {
    let missing = facts.party.substance.missing
    if letters.isEmpty, missing.isEmpty { return Message("letters.nobody") }
    if missing.isEmpty { return Message("letters.lead.\(stand)") }
    let fields = t.list(missing.map { t("substance.field.\($0.rawValue)") })
    return Message("letters.needsSubstance.lead", ["fields": fields])
  }

  /// How far all letters are.
  private var stand: String {
    if letters.allSatisfy(\.guest.wasWrittenTo) { return "sent" }
    return open.contains { $0.sentence.isEmpty } ? "missing" : "ready"
  }

  /// The letters that can still leave.
  private var open: [DeskLetter] { letters.filter { !$0.guest.wasWrittenTo && !$0.hasObjected } }

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
      form(
        .class("stack"), .method("post"), .action(Path.letters(facts.party.id).text), .data("data-dirty", ""),
        .data("data-autosave", t("form.saved")), .data("data-unsaved", t("form.unsaved"))
      ) {
        if refused.isEmpty { SavedNotice("scheduling.saved.\(saved)").node(t) }
        ul(.class("letters")) {
          for letter in letters { LetterCard(letter: letter, refused: refused[letter.guest.id]).node(t) }
        }
        div(.class("actions bar")) { buttons(t) }
      }
    }
  }

  @NodeBuilder private func buttons(_ t: Phrases) -> [Node] {
    let isReady = problems(t).isEmpty
    if letters.contains(where: { !$0.guest.wasWrittenTo }) {
      button(.class(isReady ? "button" : "button primary"), .type("submit"), .data("data-key", "save")) {
        t("letters.saveAll")
      }
    }
    button(
      .class(isReady ? "button primary" : "button"), .type("submit"), .name("then"), .value("waves"),
      .data("data-key", "waves")
    ) { t(stand == "sent" ? "letters.toInvitations" : isReady ? "letters.toWaves" : "letters.toWavesAnyway") }
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

  /// Things to put right before the letters leave.
  private func problems(_ t: Phrases) -> [String] {
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
