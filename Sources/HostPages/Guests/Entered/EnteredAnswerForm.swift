import Acts
import Core
import Foundation
import HTML
import House
import Records
import Site

/// Three buttons beside a guest, for what they said on the phone or to somebody else.
struct EnteredAnswerForm {
  let known: KnownGuest
  /// The page to return to: `waves`, `incoming`, or the guest's own page.
  var back = ""
  /// The mail that says it; it is settled with the answer.
  var mail: IncomingMailID?
  /// True if there is a field for anything else they said.
  var hasWord = false
  var typed = ""
  var error: Message?

  /// True if the host may enter an answer for this guest now.
  static func isOffered(_ known: KnownGuest, at party: Party) -> Bool {
    party.takesAnswers && known.guest.mayAnswer && known.guest.standing != .excluded
  }

  func node(_ t: Phrases) -> Node {
    form(.class("form"), .method("post"), .action(Path.enteredAnswer(known.guest.party, known.guest.id).text)) {
      seenField(known.guest)
      if !back.isEmpty { input(.type("hidden"), .name("back"), .value(back)) }
      if let mail { input(.type("hidden"), .name("mail"), .value(mail.description)) }
      if hasWord {
        TextField(
          name: "word", label: t("entered.word"), value: typed, error: error.map { t($0) },
          more: [.maxlength(String(PersonalEntries.longestWord))]
        ).node
      }
      div(.class("actions")) { for answer in Answer.allCases { choice(answer, t) } }
    }
  }

  private func choice(_ answer: Answer, _ t: Phrases) -> Node {
    button(.class("button small"), .type("submit"), .name("answer"), .value(answer.rawValue)) {
      t("entered.answer.\(answer.rawValue)")
      span(.class("visually-hidden")) { ": \(known.name)" }
    }
  }
}

/// Their answers to the slots of a poll.
struct EnteredVotesForm {
  let known: KnownGuest
  let poll: DatePoll

  func node(_ t: Phrases) -> Node {
    form(.class("form"), .method("post"), .action(Path.enteredVotes(known.guest.party, known.guest.id).text)) {
      seenField(known.guest)
      div(.class("slots")) { for slot in poll.slots { row(slot, t) } }
      div(.class("actions")) { button(.class("button"), .type("submit")) { t("entered.votes.save") } }
    }
  }

  private func row(_ slot: Slot, _ t: Phrases) -> Node {
    fieldset(.class("slot")) {
      legend {
        t.said { $0.shortDay(slot.start) }
        small { t.said { $0.clocks(slot.start, minutes: slot.minutes) } }
      }
      div(.class("choices")) { for value in VoteValue.allCases { choice(value, slot, t) } }
    }
  }

  private func choice(_ value: VoteValue, _ slot: Slot, _ t: Phrases) -> Node {
    let isChosen = poll.vote(of: known.guest.id, on: slot.id) == value
    let attributes: [Attribute] = [.type("radio"), .name("vote.\(slot.id)"), .value(value.rawValue)]
    return label(.class(value == .ifNeeded ? "perhaps" : value.rawValue)) {
      element(.void("input"), isChosen ? attributes + [.checked] : attributes)
      span {
        t.icon("check")
        t("vote.\(value.rawValue)")
      }
    }
  }
}

/// The time of the guest's latest answer, so that a newer one of their own is not overwritten.
private func seenField(_ guest: Guest) -> Node {
  input(
    .type("hidden"), .name("seen"),
    .value(guest.invitation.answeredAt.map { String(Moment($0).milliseconds) } ?? ""))
}
