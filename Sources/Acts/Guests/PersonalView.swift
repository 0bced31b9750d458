import Core
import Foundation
import House
import Records

/// What a personal page shows: one guest's side of a party, and nothing of the other guests.
package struct PersonalView: Sendable {
  package let token: Token
  package let links: GuestLinks
  package let party: Party
  package var person: KnownGuest
  package let host: Host
  /// What the page may show and take.
  package let standing: GuestStanding
  /// The invitation as it was sent.
  package let letter: Letter?
  /// Who else comes; nil for those of whom it is no business.
  package var company: GuestCompany?
  /// What the guest lets the others see.
  package var shown = Shown.unasked
  /// Whether the host has entered some of the votes.
  package var hasVotesByHost = false
  /// Of the poll; empty where there is none or it is over.
  package let slots: [Slot]
  package let votes: [SlotID: VoteValue]
  package let origin: AddressOrigin?
  /// Where the date was before it moved; nil if it didn't.
  package let movedFrom: Date?
  /// Whether the guest has ever saved a card: then it is shown as it is, else as the address book knows them.
  package let hasSavedCard: Bool
  package let now: Date
  /// What they take home; nil before the evening is over, and for those of whom it is no business.
  package var keepsakes: Keepsakes?
  /// Of the circle, while its evening is still to come; afterwards it is among the keepsakes.
  package var membership: CircleMembership?
  /// What a guest of honour's page shows besides; nil for everybody else.
  package var visit: HonourVisit?
  /// The zone that the page is asked for (`?zone=`); empty for none.
  package var askedZone = ""
  /// What the circle would like to ask its guest of honour; nil where there is none to ask.
  package var questions: QuestionsView?

  package init(
    token: Token, links: GuestLinks, party: Party, person: KnownGuest, host: Host, standing: GuestStanding,
    letter: Letter?, hasVotesByHost: Bool = false, slots: [Slot], votes: [SlotID: VoteValue], origin: AddressOrigin?,
    movedFrom: Date?, hasSavedCard: Bool, now: Date, keepsakes: Keepsakes? = nil, visit: HonourVisit? = nil,
    askedZone: String = "", questions: QuestionsView? = nil
  ) {
    self.token = token
    self.links = links
    self.party = party
    self.person = person
    self.host = host
    self.standing = standing
    self.letter = letter
    self.hasVotesByHost = hasVotesByHost
    self.slots = slots
    self.votes = votes
    self.origin = origin
    self.movedFrom = movedFrom
    self.hasSavedCard = hasSavedCard
    self.now = now
    self.keepsakes = keepsakes
    self.visit = visit
    self.askedZone = askedZone
    self.questions = questions
  }

  /// Where the guest stands, as far as they are told.
  package enum Situation: String, Sendable, CaseIterable {
    case asked, yes, perhaps, no, waiting
    /// Wants no more mail, and never answered.
    case objected
    case withdrawn, cancelled, missed, over
    /// By whoever hosted the evening.
    case sentAway
  }

  package var guest: Guest { person.guest }

  package var situation: Situation {
    if standing.place == .sentAway { return .sentAway }
    if party.stage == .cancelled { return party.isMissed ? .missed : .cancelled }
    if standing.place == .withdrawn { return .withdrawn }
    if party.isOver { return .over }
    return switch standing.place {
    case .asked: .asked
    case .coming: guest.invitation.state == .tentative ? .perhaps : .yes
    case .declined: guest.invitation.answer == .no ? .no : .objected
    case .waiting: .waiting
    case .withdrawn: .withdrawn
    case .sentAway: .sentAway
    case .wasThere, .missed: .over
    }
  }

  /// Whether the guest can still answer.
  package var isOpen: Bool { standing.may(.answer) }

  /// When the guest is expected, as far as they know: the party's start, or a guest of honour's slot.
  package var date: Date? {
    guard party.isDateKnown else { return nil }
    return visit.map { $0.honour.slot(at: party.start)?.startsAt.date } ?? party.start
  }

  package var minutes: Int { visit?.honour.minutes ?? party.minutes }

  package var isConfirmed: Bool { party.confirmedAt != nil }

  /// Whether the door is here: there is a date, and they may come.
  package var hasDoor: Bool { standing.may(.enter) }

  package var hasPoll: Bool { party.dateKind == .poll && !isConfirmed && !slots.isEmpty }

  /// Whether the guest has voted on every slot.
  package var hasVoted: Bool { hasPoll && slots.allSatisfy { votes[$0.id] != nil } }

  /// The zones in which times are shown, the first that there is: the guest's, or the party's while nobody has chosen.
  /// Before them one that the page is asked for, which is remembered only by a form.
  package var zones: [String] { [askedZone, guest.zone, party.zone] }

  package var card: Guest.Card {
    person.card(hasSaved: hasSavedCard)
  }
}
