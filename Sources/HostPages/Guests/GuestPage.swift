import Acts
import Core
import Foundation
import HTML
import House
import Records
import Site

/// One guest as the host sees them: their answers, the changes, and their link.
package struct GuestPage: Page {
  package let facts: PartyFacts
  package let person: KnownGuest
  let events: [GuestEvent]
  /// What came in from them or about them; newest first.
  var mails: [GuestMail] = []
  /// Nil until the letter has left: the link opens nothing before that.
  package let link: String?
  package let now: Date
  /// The latest failed mail to them.
  var failed: OutgoingMail?
  /// Set if the link has just been replaced: `new` for the host to pass on, `sent` if a mail takes it to the guest.
  var replaced = ""
  /// The part that was just saved.
  var saved = ""
  /// The reason why the last step was refused.
  var problem: Message?
  /// A word or an address that could not be accepted, with the reason.
  var typed = ""
  var errors = FieldErrors()

  package init(
    facts: PartyFacts, person: KnownGuest, events: [GuestEvent], link: String?, now: Date, failed: OutgoingMail? = nil,
    replaced: String = "", saved: String = "", problem: Message? = nil, typed: String = "",
    errors: FieldErrors = FieldErrors()
  ) {
    self.facts = facts
    self.person = person
    self.events = events
    self.link = link
    self.now = now
    self.failed = failed
    self.replaced = replaced
    self.saved = saved
    self.problem = problem
    self.typed = typed
    self.errors = errors
  }

  package var chrome: Chrome { .host(current: .home) }
  package var modules: [String] { ["copy"] }

  private var guest: Guest { person.guest }

  package func title(_ t: Phrases) -> String { person.name }

  package func body(_ t: Phrases) -> Node {
    let t = t.inZone(facts.party.zone)
    return group {
      PartyHead(facts, here: .letters, title: Message("guest.title", ["name": person.name]), now: now).node(t)
      SavedNotice("guest.link.replaced.\(replaced)").node(t)
      SavedNotice("guest.saved.\(saved)").node(t)
      if let problem { div(.class("notice bad"), .role("alert")) { p { t(problem) } } }
      div(.class("columns")) {
        div(.class("stack")) {
          said(t)
          incoming(t)
          referral(t)
          entering(t)
          history(t)
        }
        div(.class("stack")) {
          AddressCard(
            known: person, failed: failed, typed: errors["email"] == nil ? "" : typed, error: errors["email"]
          ).node(t)
          linkCard(t)
          if facts.party.isPlannable { mustHave(t) }
        }
      }
    }
  }

  private func said(_ t: Phrases) -> Node {
    section(.class("card"), .aria(.labelledBy, "said")) {
      h2(.id("said")) { t("guest.said") }
      dl(.class("facts")) {
        for (label, value) in facts(t) where !value.isEmpty {
          dt { label }
          dd { value }
        }
      }
    }
  }

  /// Mail that waits for the host, then the latest of the rest.
  private func incoming(_ t: Phrases) -> Node {
    if mails.isEmpty { return .nothing }
    return section(.class("stack"), .id("incoming"), .aria(.labelledBy, "incoming-title")) {
      h2(.id("incoming-title")) { t("incoming.title") }
      for mail in mails.filter(\.isOpen) + mails.filter({ !$0.isOpen }).prefix(10) {
        IncomingCard(mail: mail, guest: person, facts: facts, isOnGuestPage: true).node(t)
      }
    }
  }

  private func referral(_ t: Phrases) -> Node {
    guard let referral = person.referral else { return .nothing }
    return section(.class("card"), .id("referral"), .aria(.labelledBy, "referral-title")) {
      h2(.id("referral-title")) { t("referral.host.title") }
      ReferralNote(known: person, referral: referral, party: facts.party).node(t)
    }
  }

  /// Entering what they said some other way.
  private func entering(_ t: Phrases) -> Node {
    guard EnteredAnswerForm.isOffered(person, at: facts.party) else { return .nothing }
    return section(.class("card"), .id("enter"), .aria(.labelledBy, "enter-title")) {
      h2(.id("enter-title")) { t("entered.title") }
      p(.class("soft")) { t("entered.lead") }
      EnteredAnswerForm(known: person, hasWord: true, typed: errors["word"] == nil ? "" : typed, error: errors["word"])
        .node(t)
      if facts.isPolling {
        h3 { t("entered.votes") }
        EnteredVotesForm(known: person, poll: facts.poll).node(t)
      }
    }
  }

  private func facts(_ t: Phrases) -> [(String, String)] {
    let state =
      guest.standing == .reserve && guest.invitation.invitedAt == nil ? "reserve" : guest.invitation.state.rawValue
    let times = [
      guest.arrives.isEmpty ? "" : t("scheduling.votes.arrives", ["time": guest.arrives]),
      guest.leaves.isEmpty ? "" : t("scheduling.votes.leaves", ["time": guest.leaves]),
    ]
    let card = guest.card
    return [
      (t("guest.state"), t("guest.state.\(state)") + (guest.isAnsweredByHost ? " · " + t("entered.byYou") : "")),
      (t("guest.word"), guest.invitation.word ?? ""),
      (t("guest.wishes"), guest.wishes), (t("guest.brings"), guest.brings),
      (t("guest.times"), times.filter { !$0.isEmpty }.joined(separator: ", ")),
      (t("guest.zone"), guest.zone.isEmpty ? "" : ZoneName.city(guest.zone, t.language)),
      (
        t("guest.card"),
        [card.name, card.line, card.email, card.phone, card.web].filter { !$0.isEmpty }.joined(separator: " · ")
      ),
    ]
  }

  private func history(_ t: Phrases) -> Node {
    section(.class("stack"), .aria(.labelledBy, "history")) {
      h2(.id("history")) { t("guest.history") }
      if events.isEmpty { p(.class("soft")) { t("guest.history.empty") } }
      ol(.class("plainlist tight")) {
        for event in events.reversed() {
          li {
            element("time", [.class("soft small"), .datetime(t.machine(event.at))]) { t.said { $0.stamp(event.at) } }
            " " + EventWords(event: event).text(t)
          }
        }
      }
    }
  }

  private func linkCard(_ t: Phrases) -> Node {
    section(.class("card"), .aria(.labelledBy, "link-title")) {
      h2(.id("link-title")) { t("guest.link.title") }
      if let link {
        p(.class("copied"), .id("link")) { link }
        div(.class("actions")) {
          button(
            .class("button"), .type("button"), .data("data-copy", "link"), .data("data-copied", t("guest.link.copied")),
            .hidden
          ) {
            t.icon("copy")
            span(Attribute("data-label", nil)) { t("guest.link.copy") }
          }
        }
        p(.class("hint")) { t("guest.link.hint") }
        form(.method("post"), .action(Path.guestLink(facts.party.id, guest.id).text)) {
          button(.class("button"), .type("submit")) { t("guest.link.replace") }
        }
      } else {
        p(.class("soft")) { t("guest.link.none") }
      }
    }
  }

  private func mustHave(_ t: Phrases) -> Node {
    form(.class("card"), .method("post"), .action(Path.mustHave(facts.party.id).text)) {
      h2 { t("scheduling.mustHave") }
      p(.class("soft")) { t(guest.isMustHave ? "guest.mustHave.on" : "guest.mustHave.off") }
      input(.type("hidden"), .name("guest"), .value(guest.id.description))
      div(.class("actions")) {
        button(.class("button"), .type("submit"), .name("must"), .value(guest.isMustHave ? "0" : "1")) {
          t(guest.isMustHave ? "guest.mustHave.clear" : "guest.mustHave.set")
        }
      }
    }
  }
}

/// An event in the reader's words.
struct EventWords {
  let event: GuestEvent

  func text(_ t: Phrases) -> String {
    switch event.kind {
    case GuestEvent.answer: t("history.answer", ["answer": t("guests.answer.\(event.detail)")])
    case GuestEvent.entered: t("history.answerEntered", ["answer": t("guests.answer.\(event.detail)")])
    case GuestEvent.vote: vote(t)
    case GuestEvent.enteredVote: t("history.voteEntered", ["vote": vote(t)])
    case GuestEvent.times: t("history.times", ["times": event.detail.replacing("-", with: " – ")])
    case GuestEvent.moved: t("history.moved", ["time": GuestEvent.time(event.detail).map { t.slotName($0) } ?? ""])
    default: t.has("history.\(event.kind)") ? t("history.\(event.kind)", ["detail": event.detail]) : event.kind
    }
  }

  private func vote(_ t: Phrases) -> String {
    let parts = event.detail.split(separator: " ").map(String.init)
    guard parts.count == 3, let start = GuestEvent.time(parts[0]) else { return t("history.vote.plain") }
    let words = ["slot": t.slotName(start), "new": t("vote.\(parts[1])"), "old": t("vote.\(parts[2])")]
    return t(parts[2] == "-" ? "history.vote" : "history.vote.changed", words)
  }
}
