import Acts
import Core
import Foundation
import HTML
import House
import Records
import Site

/// Guests' answers by mail, and bounces: shown as received, and entered by the host if they mean an answer.
package struct IncomingPage: Page {
  package let facts: PartyFacts
  /// Mails that wait for the host come first, then the newest.
  let mails: [GuestMail]
  package let now: Date

  package init(facts: PartyFacts, mails: [GuestMail], now: Date) {
    self.facts = facts
    self.mails = mails.filter(\.isOpen) + mails.filter { !$0.isOpen }
    self.now = now
  }

  package var chrome: Chrome { .host(current: .home) }

  package func title(_ t: Phrases) -> String { t("incoming.title") }

  package func body(_ t: Phrases) -> Node {
    let t = t.inZone(facts.party.zone)
    return group {
      PartyHead(facts, here: .letters, title: Message("incoming.title"), lead: Message("incoming.lead"), now: now)
        .node(t)
      if mails.isEmpty { p { t("incoming.empty") } }
      ol(.class("plainlist stack")) {
        for mail in mails {
          if let guest = guest(of: mail) {
            li { IncomingCard(mail: mail, guest: guest, facts: facts).node(t) }
          }
        }
      }
      p { a(.href(Path.outbox(facts.party.id).text)) { t("outbox.title") } }
    }
  }

  private func guest(of mail: GuestMail) -> KnownGuest? {
    (facts.guests + (facts.honoured.map { [$0] } ?? [])).first { $0.guest.id == mail.guest }
  }
}

/// One mail beside the guest it belongs to.
struct IncomingCard {
  let mail: GuestMail
  let guest: KnownGuest
  let facts: PartyFacts
  /// True where the page is about this guest alone.
  var isOnGuestPage = false

  private var party: PartyID { facts.party.id }

  func node(_ t: Phrases) -> Node {
    article(.class(mail.isOpen ? "card" : "card quiet"), .aria(.labelledBy, "mail-\(mail.id)")) {
      heading(t)
      p(.class("small soft")) { t.said { source($0) } }
      if !detail(t).isEmpty { p { detail(t) } }
      if !mail.said.isEmpty { p(.class("written")) { mail.said } }
      if !mail.quoted.isEmpty {
        details {
          summary { t("incoming.quoted") }
          p(.class("written soft")) { mail.quoted }
        }
      }
      if mail.isOpen { actions(t) }
    }
  }

  private func heading(_ t: Phrases) -> Node {
    let kind = t("incoming.kind.\(mail.kind.rawValue)")
    if isOnGuestPage { return h3(.id("mail-\(mail.id)")) { kind } }
    return h2(.id("mail-\(mail.id)")) {
      a(.href(Path.guestHistory(party, guest.guest.id).text)) { guest.name }
      "\u{A0}· " + kind
    }
  }

  /// The author and the time.
  private func source(_ t: Phrases) -> String {
    let name = mail.senderName.isEmpty ? mail.sender : "\(mail.senderName) (\(mail.sender))"
    return t("incoming.from", ["name": name, "time": t.stamp(mail.receivedAt)])
  }

  private func detail(_ t: Phrases) -> String {
    if mail.detail.isEmpty { return "" }
    switch mail.kind {
    case .answer, .calendar: return t("history.answer", ["answer": t("guests.answer.\(mail.detail)")])
    case .absence: return t("incoming.away", ["day": LocalDay(mail.detail).map { t.dayWords.date($0) } ?? mail.detail])
    case .counter: return proposal(t)
    case .bounce, .givenUp, .delegation: return mail.detail
    case .words, .automatic: return ""
    }
  }

  /// The time somebody else suggests, in the party's zone.
  private func proposal(_ t: Phrases) -> String {
    if let day = LocalDay(mail.detail) { return t.dayWords.day(day) }
    guard let time = LocalTime.instant(ofMachineText: mail.detail) else { return mail.detail }
    return "\(t.dayAndClock(time)) (\(t.zoneName))"
  }

  private func actions(_ t: Phrases) -> Node {
    group {
      if mail.kind == .bounce || mail.kind == .givenUp {
        div(.class("actions")) {
          a(.class("button small"), .href(guestPage + "#address")) { t("address.mend") }
        }
      } else {
        answering(t)
      }
      form(.method("post"), .action(Path.incoming(party).text)) {
        input(.type("hidden"), .name("guest"), .value(guest.guest.id.description))
        input(.type("hidden"), .name("mail"), .value(mail.id.description))
        if isOnGuestPage { input(.type("hidden"), .name("back"), .value("guest")) }
        button(.class("button small quiet"), .type("submit")) {
          t("incoming.seen")
          span(.class("visually-hidden")) { ": \(guest.name)" }
        }
      }
    }
  }

  /// One press says what the mail means, and that it is seen to.
  @NodeBuilder private func answering(_ t: Phrases) -> [Node] {
    if EnteredAnswerForm.isOffered(guest, at: facts.party) {
      p(.class("small soft")) { t("incoming.means") }
      EnteredAnswerForm(known: guest, back: isOnGuestPage ? "" : "incoming", mail: mail.id).node(t)
      if !isOnGuestPage, facts.isPolling {
        p(.class("small")) { a(.href(guestPage + "#enter")) { t("entered.votes.enter") } }
      }
    }
  }

  private var guestPage: String { Path.guestHistory(party, guest.guest.id).text }
}

extension IncomingPage {
  package static var samples: [IncomingPage] {
    let (facts, now) = (PartyFacts.inviting, PartyFacts.sampleTime)
    let details: [GuestMail.Kind: String] = [
      .answer: "yes", .calendar: "no", .absence: "2026-12-14", .bounce: "gast1@example.org",
      .delegation: "buero@example.org", .counter: "2026-12-11T17:30:00Z",
    ]
    let mails = zip(GuestMail.Kind.allCases, facts.guests).enumerated().map { index, pair in
      let (kind, guest) = pair
      return GuestMail(
        id: IncomingMailID(at: now, random: (UInt64(index), 6)), guest: guest.guest.id, receivedAt: now, kind: kind,
        senderName: index == 2 ? "" : guest.name, sender: guest.email, subject: "Re: Was in Kiel offen blieb",
        said: kind == .words ? "Sehr gern, ich bringe eine Frage mit." : "",
        quoted: kind == .words ? "wir hätten uns in Kiel treffen sollen." : "", detail: details[kind] ?? "",
        settledAt: index == 4 ? now : nil)
    }
    return [
      IncomingPage(facts: facts, mails: mails, now: now), IncomingPage(facts: .prepared, mails: [], now: now),
    ]
  }
}
