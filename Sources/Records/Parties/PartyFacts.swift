import Core
import Foundation
import House

/// Everything known about a party when its journey is told.
package struct PartyFacts: Sendable {
  package var party: Party
  /// The missed occasion; nil for a party without one.
  package var occasion: KnownOccasion?
  /// The number of people in the host's address book.
  package var peopleKnown: Int
  /// In the order of their standing, excluded people included.
  package var guests: [KnownGuest]
  package var poll: DatePoll
  package var failedMails = 0
  /// Mails to guests that only the host can send: with their own program, or from the outbox folder.
  package var mailsForHost = 0
  /// Mails to guests that have not left yet.
  package var queuedMails = 0
  /// The number of guests who were in the room.
  package var came = 0
  /// Mails that came in from guests or about them, and how many of them the host has to decide about.
  package var mailsIn = 0
  package var openMailsIn = 0
  /// Guests who must not be written to: their address is on the suppression list, or they have objected to this host.
  package var objected: Set<GuestID> = []
  /// True if the guest of honour must not be written to.
  package var hasHonouredObjected = false
  /// Guests whose letter the host is about to send with their own program.
  package var handedOver: Set<GuestID> = []
  /// On a seat on top of the others, and not one of the guests.
  package var honoured: KnownGuest?
  package var circle: KnownCircle?
  /// The person who co-hosts it, or is asked to.
  package var cohost: KnownCohost?
  /// An action of the host's that can still be undone.
  package var held: HeldAct?

  package init(
    party: Party, occasion: KnownOccasion? = nil, peopleKnown: Int, guests: [KnownGuest], poll: DatePoll,
    failedMails: Int = 0, mailsForHost: Int = 0, queuedMails: Int = 0, came: Int = 0, objected: Set<GuestID> = [],
    hasHonouredObjected: Bool = false, handedOver: Set<GuestID> = [], honoured: KnownGuest? = nil,
    circle: KnownCircle? = nil
  ) {
    self.party = party
    self.occasion = occasion
    self.peopleKnown = peopleKnown
    self.guests = guests
    self.poll = poll
    self.failedMails = failedMails
    self.mailsForHost = mailsForHost
    self.queuedMails = queuedMails
    self.came = came
    self.objected = objected
    self.hasHonouredObjected = hasHonouredObjected
    self.handedOver = handedOver
    self.honoured = honoured
    self.circle = circle
  }

  /// The guests at the table whom the host has not withdrawn.
  package var chosen: [KnownGuest] {
    guests.filter { $0.guest.standing == .chosen && $0.guest.invitation.state != .withdrawn }
  }

  /// The chosen, and reserves who have moved up.
  package var atTable: [KnownGuest] {
    chosen + guests.filter { $0.guest.standing == .reserve && $0.guest.wasWrittenTo }
  }

  /// The advice on seats for the party's occasion.
  package var seatAdvice: SeatAdvice { SeatAdvice(for: occasion?.kind) }

  package var reserves: [KnownGuest] {
    guests.filter { $0.guest.standing == .reserve && !$0.guest.wasWrittenTo }
  }

  package var written: [KnownGuest] { guests.filter(\.guest.wasWrittenTo) }

  package func guests(in states: GuestState...) -> [KnownGuest] {
    guests.filter { $0.guest.standing != .excluded && states.contains($0.guest.invitation.state) }
  }

  /// Chosen guests whose letter has not left.
  package var unwritten: [KnownGuest] {
    chosen.filter {
      $0.guest.invitation.state == .shortlisted && !$0.guest.wasWrittenTo && !objected.contains($0.guest.id)
        && !handedOver.contains($0.guest.id)
    }
  }

  /// True while guests vote on its date.
  package var isPolling: Bool { party.dateKind == .poll && party.confirmedAt == nil && !poll.slots.isEmpty }

  /// True if guests can be told when it is: a date, or slots to vote on.
  package var hasDate: Bool {
    switch party.dateKind {
    case .open: party.confirmedAt != nil
    case .fixed: party.start != nil
    case .poll: party.confirmedAt != nil || !poll.slots.isEmpty
    }
  }

  /// Nil until the substance is complete: there is no wave without one.
  package var plan: WavePlan<GuestID>? {
    try? WavePlan(party, guests, suppressed: objected, handedOver: handedOver)
  }
}

/// The person who hosts a party together with its first host.
package struct KnownCohost: Sendable, Equatable {
  package let name: String
  package let email: String
  /// True once they have said yes.
  package let hasAccepted: Bool
  /// True if they sign the party's letters.
  package let signs: Bool
  /// True if they, or the first host, get the party's news by mail.
  package let hears: Bool
  package let ownerHears: Bool

  package init(
    name: String, email: String, hasAccepted: Bool, signs: Bool, hears: Bool = true, ownerHears: Bool = true
  ) {
    (self.hears, self.ownerHears) = (hears, ownerHears)
    (self.name, self.email, self.hasAccepted, self.signs) = (name, email, hasAccepted, signs)
  }
}

/// The circle a party belongs to, as its pages name it.
package struct KnownCircle: Sendable, Equatable {
  package let id: CircleID
  package let name: String

  package init(id: CircleID, name: String) {
    self.id = id
    self.name = name
  }
}

/// An occasion as pages name it.
package struct KnownOccasion: Sendable, Equatable {
  package let id: OccasionID
  package let kind: LetterOccasion.Kind
  package let name: String
  /// 0 for none.
  package let year: Int

  package init(id: OccasionID, kind: LetterOccasion.Kind, name: String, year: Int) {
    self.id = id
    self.kind = kind
    self.name = name
    self.year = year
  }

  /// “Mitteldeutscher Coaching-Kongress 2026 (abgesagt)”, in a list of occasions.
  package func title(_ t: Phrases) -> String {
    let kind = kind == .none ? "" : t("parties.occasion.\(kind.rawValue)")
    if named.isEmpty { return kind }
    return kind.isEmpty ? named : t("parties.occasion.named", ["name": named, "kind": kind])
  }

  /// “statt: Mitteldeutscher Coaching-Kongress 2026 (abgesagt)”, under a party's title: it is not the party that was
  /// cancelled.
  package func instead(_ t: Phrases) -> String {
    kind == .none || kind == .officeVisit ? title(t) : t("parties.occasion.instead", ["occasion": title(t)])
  }

  private var named: String { year > 0 && !name.contains(String(year)) ? "\(name) \(year)" : name }
}
