import Acts
import Core
import Foundation
import HTML
import House
import Records
import Site

/// Everybody who was written to, wave by wave, with their state and since when.
struct WavesByNumber {
  let facts: PartyFacts
  let mails: [OutgoingMail]
  var notes: [GuestID: GuestMailNote] = [:]
  let now: Date

  func node(_ t: Phrases) -> Node {
    let waves = Dictionary(grouping: facts.written, by: \.guest.wave).sorted { $0.key < $1.key }
    if waves.isEmpty { return .nothing }
    return section(.class("stack"), .aria(.labelledBy, "waves")) {
      h2(.id("waves")) { t("waves.list") }
      for (number, guests) in waves { card(number, guests, t) }
    }
  }

  private func card(_ number: Int, _ guests: [KnownGuest], _ t: Phrases) -> Node {
    div(.class("card")) {
      div(.class("wave")) {
        div {
          h3 { t("waves.number", ["number": t.number(number)]) }
          p(.class("small soft")) { t.said { dates(guests, $0) } }
        }
        ul(.class("people compact")) { for guest in guests { li { row(guest, t) } } }
      }
    }
  }

  private func dates(_ guests: [KnownGuest], _ t: Phrases) -> String {
    let local = t.inZone(facts.party.zone)
    let sent = guests.compactMap(\.guest.invitation.invitedAt).min().map(local.shortDay) ?? ""
    guard let until = guests.compactMap(\.guest.invitation.answerBy).max() else { return sent }
    return t("waves.dates", ["sent": sent, "until": local.shortDay(until)])
  }

  @NodeBuilder private func row(_ known: KnownGuest, _ t: Phrases) -> [Node] {
    div {
      strong { known.name }
      if known.guest.standing == .reserve { span(.class("small soft")) { " · " + t("waves.reserve") } }
      br()
      span(.class("small soft")) { t.said { since(known, $0) } }
      if known.guest.isAnsweredByHost { span(.class("small soft")) { " · " + t("entered.byYou") } }
      if hasFailed(known) {
        br()
        a(.class("small"), .href(Path.guestHistory(facts.party.id, known.guest.id).text + "#address")) {
          t("address.mend")
          span(.class("visually-hidden")) { ": \(known.name)" }
        }
      }
      if let note = notes[known.guest.id] { came(note, known, t) }
      if let referral = known.referral {
        ReferralNote(known: known, referral: referral, party: facts.party, back: "waves").node(t)
      }
      entering(known, t)
      InvitationActions(
        known: known, canRemind: hasLeft(known) && facts.party.mayInvite(at: now), isObjecting: isObjecting(known),
        isOver: !facts.party.takesAnswers
      ).node(t)
    }
    state(known, t)
  }

  /// Their absence, and mail of theirs that waits for the host.
  @NodeBuilder private func came(_ note: GuestMailNote, _ known: KnownGuest, _ t: Phrases) -> [Node] {
    if let words = absence(note, t) {
      br()
      span(.class("small soft")) { words }
    }
    if note.open > 0 {
      br()
      a(.class("small"), .href(Path.guestHistory(facts.party.id, known.guest.id).text + "#incoming")) {
        t.count("incoming.wait", note.open)
        span(.class("visually-hidden")) { ": \(known.name)" }
      }
    }
  }

  /// Nil once the day is past.
  private func absence(_ note: GuestMailNote, _ t: Phrases) -> String? {
    guard let until = note.awayUntil else { return nil }
    guard let day = LocalDay(until) else { return t("incoming.kind.absence") }
    return day < t.inZone(facts.party.zone).local(now).day ? nil : t("incoming.away", ["day": t.dayWords.date(day)])
  }

  private func entering(_ known: KnownGuest, _ t: Phrases) -> Node {
    guard !isObjecting(known), EnteredAnswerForm.isOffered(known, at: facts.party) else { return .nothing }
    return details(.class("small")) {
      summary {
        t("entered.enter")
        span(.class("visually-hidden")) { ": \(known.name)" }
      }
      EnteredAnswerForm(known: known, back: "waves").node(t)
    }
  }

  private func state(_ known: KnownGuest, _ t: Phrases) -> Node {
    if isObjecting(known) { return coaster("excluded", t("waves.objected"), t) }
    let state = known.guest.invitation.state
    let (sign, mood) = Self.looks[state] ?? ("asked", "")
    return coaster(sign, t("waves.state.\(state.rawValue)"), t, mood: mood)
  }

  private static let looks: [GuestState: (String, String)] = [
    .accepted: ("yes", "yes"), .tentative: ("perhaps", "perhaps"), .invited: ("asked", ""), .declined: ("no", "no"),
    .silent: ("no", ""), .waiting: ("waiting", "perhaps"), .withdrawn: ("excluded", ""),
  ]

  /// “seit 3 Tagen · „Da bin ich im Urlaub.“ · erinnert am …”
  private func since(_ known: KnownGuest, _ t: Phrases) -> String {
    let invitation = known.guest.invitation
    let time = invitation.answeredAt ?? invitation.invitedAt
    let parts = [
      time.map { t.ago($0, now: now) }, invitation.word.flatMap { $0.isEmpty ? nil : t("waves.word", ["word": $0]) },
      invitation.state == .invited ? invitation.remindedAt.map { t("waves.reminded", ["day": t.shortDay($0)]) } : nil,
      letterTrouble(known, t),
    ]
    return parts.compactMap { $0 }.joined(separator: " · ")
  }

  private func letterTrouble(_ known: KnownGuest, _ t: Phrases) -> String? {
    let letter = mails.first { $0.guest == known.guest.id && $0.kind == .letter }
    guard let letter, letter.state != .sent, known.guest.invitation.state == .invited else { return nil }
    return t("waves.letter", ["state": letter.stateWords(t)])
  }

  private func hasFailed(_ known: KnownGuest) -> Bool {
    mails.contains { $0.guest == known.guest.id && $0.kind == .letter && $0.state == .failed }
  }

  private func hasLeft(_ known: KnownGuest) -> Bool {
    mails.contains { $0.guest == known.guest.id && $0.kind == .letter && $0.state.hasLeft }
  }

  private func isObjecting(_ known: KnownGuest) -> Bool { facts.objected.contains(known.guest.id) }
}

/// The host's actions on one invitation.
struct InvitationActions {
  let known: KnownGuest
  let canRemind: Bool
  let isObjecting: Bool
  /// True if the party is over or cancelled.
  let isOver: Bool

  func node(_ t: Phrases) -> Node {
    let steps = steps
    if steps.isEmpty { return .nothing }
    return details(.class("small")) {
      summary {
        t("waves.actions")
        span(.class("visually-hidden")) { ": \(known.name)" }
      }
      div(.class("actions")) { for (path, name) in steps { post(path, name, t) } }
    }
  }

  private var steps: [(Path, String)] {
    let (party, id, invitation) = (known.guest.party, known.guest.id, known.guest.invitation)
    if isObjecting || isOver { return [] }
    switch invitation.state {
    case .invited:
      let reminder = invitation.remindedAt == nil && canRemind ? [(Path.reminder(party, id), "remind")] : []
      return reminder + [(.silence(party, id), "giveUp"), (.withdrawal(party, id), "withdraw")]
    case .waiting: return [(.admission(party, id), "admitThis"), (.withdrawal(party, id), "withdraw")]
    case .accepted, .tentative: return [(.withdrawal(party, id), "withdraw")]
    case .shortlisted, .declined, .silent, .withdrawn: return []
    }
  }

  /// Taking something back is reviewed first.
  private func post(_ path: Path, _ name: String, _ t: Phrases) -> Node {
    let isWithdrawal = name == "withdraw"
    return form(.method(isWithdrawal ? "get" : "post"), .action(path.text)) {
      button(.class(isWithdrawal ? "button small danger" : "button small"), .type("submit")) {
        t("waves.\(name)")
        span(.class("visually-hidden")) { ": \(known.name)" }
      }
    }
  }
}
