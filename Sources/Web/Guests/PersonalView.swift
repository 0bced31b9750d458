import Core
import Foundation

/// What a personal page shows: one guest's side of a party, and nothing of the other guests.
struct PersonalView: Sendable {
  let token: Token
  let links: GuestLinks
  let party: Party
  let person: KnownGuest
  let host: Host
  /// What the page may show and take.
  let standing: GuestStanding
  /// The invitation as it was sent.
  let letter: Letter?
  /// Of the poll; empty where there is none or it is over.
  let slots: [Slot]
  let votes: [SlotID: VoteValue]
  let origin: AddressOrigin?
  /// Where the date was before it moved; nil if it didn't.
  let movedFrom: Date?
  /// Whether the guest has ever saved a card: then it is shown as it is, else as the address book knows them.
  let hasSavedCard: Bool
  let now: Date
  /// What they take home; nil before the evening is over, and for those of whom it is no business.
  var keepsakes: Keepsakes?
  /// What a guest of honour's page shows besides; nil for everybody else.
  var visit: HonourVisit?
  /// The zone that the page is asked for (`?zone=`); empty for none.
  var askedZone = ""
  /// What the circle would like to ask its guest of honour; nil where there is none to ask.
  var questions: QuestionsView?

  /// Where the guest stands, as far as they are told.
  enum Situation: String, Sendable, CaseIterable {
    case asked, yes, perhaps, no, waiting
    /// Wants no more mail, and never answered.
    case objected
    case withdrawn, cancelled, missed, over
    /// By whoever hosted the evening.
    case sentAway
  }

  var guest: Guest { person.guest }

  var situation: Situation {
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
  var isOpen: Bool { standing.may(.answer) }

  /// When the guest is expected, as far as they know: the party's start, or a guest of honour's slot.
  var date: Date? {
    guard party.isDateKnown else { return nil }
    return visit.map { $0.honour.slot(at: party.start)?.startsAt.date } ?? party.start
  }

  var minutes: Int { visit?.honour.minutes ?? party.minutes }

  var isConfirmed: Bool { party.confirmedAt != nil }

  /// Whether the door is here: there is a date, and they may come.
  var hasDoor: Bool { standing.may(.enter) }

  var hasPoll: Bool { party.dateKind == .poll && !isConfirmed && !slots.isEmpty }

  /// Whether the guest has voted on every slot.
  var hasVoted: Bool { hasPoll && slots.allSatisfy { votes[$0.id] != nil } }

  /// The zones in which times are shown, the first that there is: the guest's, or the party's while nobody has chosen.
  /// Before them one that the page is asked for, which is remembered only by a form.
  var zones: [String] { [askedZone, guest.zone, party.zone] }

  var card: Guest.Card {
    person.card(hasSaved: hasSavedCard)
  }
}

/// How the host came by the guest's address.
struct AddressOrigin: Sendable, Equatable {
  let list: String
  let importedAt: Date
}
