import Core
import Foundation
import House
import Records

/// The content of a personal page: one guest's side of a party, and nothing about the other guests.
package struct PersonalView: Sendable {
  package let token: Token
  package let links: GuestLinks
  package let party: Party
  package var person: KnownGuest
  package let host: Host
  /// Decides what the page may show and accept.
  package let standing: GuestStanding
  /// The invitation as it was sent.
  package let letter: Letter?
  /// The other guests who come; nil for a guest who has no right to know.
  package var company: GuestCompany?
  /// The details the guest lets the others see.
  package var shown = Shown.unasked
  /// True if the host has entered some of the votes.
  package var hasVotesByHost = false
  /// The slots of the poll; empty if there is none or it is over.
  package let slots: [Slot]
  package let votes: [SlotID: VoteValue]
  package let origin: AddressOrigin?
  /// The date before it moved; nil if it didn't.
  package let movedFrom: Date?
  /// True if the guest has ever saved a card, which is then shown as it is; otherwise the address book's details are.
  package let hasSavedCard: Bool
  package let now: Date
  /// Their keepsakes; nil until the evening is over, and for a guest who has no right to them.
  package var keepsakes: Keepsakes?
  /// The latest test of their line, while they may come in.
  package var lineTest: LineTestStore.Result?
  /// Their membership of the circle, while its evening is still ahead; afterwards it is part of the keepsakes.
  package var membership: CircleMembership?
  /// The additional content of a guest of honour's page; nil for everybody else.
  package var visit: HonourVisit?
  /// The zone requested for the page (`?zone=`); empty for none.
  package var askedZone = ""
  /// The circle's questions for its guest of honour; nil if there is nobody to ask.
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

  /// The guest's position, as far as they are told.
  package enum Situation: String, Sendable, CaseIterable {
    case asked, yes, perhaps, no, waiting
    /// Wants no more mail and never answered.
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

  /// True while the guest can still answer.
  package var isOpen: Bool { standing.may(.answer) }

  /// The time at which the guest is expected, as far as they know: the party's start, or a guest of honour's slot.
  package var date: Date? {
    guard party.isDateKnown else { return nil }
    return visit.map { $0.honour.slot(at: party.start)?.startsAt.date } ?? party.start
  }

  package var minutes: Int { visit?.honour.minutes ?? party.minutes }

  package var isConfirmed: Bool { party.confirmedAt != nil }

  /// True if there is a door for them: there is a date, and they may come.
  package var hasDoor: Bool { standing.may(.enter) }

  package var hasPoll: Bool { party.dateKind == .poll && !isConfirmed && !slots.isEmpty }

  /// True if the guest has voted on every slot.
  package var hasVoted: Bool { hasPoll && slots.allSatisfy { votes[$0.id] != nil } }

  /// The zones in which times are shown, of which the first valid one counts: one requested for the page, which only a
  /// form makes permanent, then the guest's, then the party's.
  package var zones: [String] { [askedZone, guest.zone, party.zone] }

  package var card: Guest.Card {
    person.card(hasSaved: hasSavedCard)
  }
}
