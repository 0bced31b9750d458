import Foundation

/// A person at a party: chosen, in reserve or excluded; later invited and answering.
package struct Guest: Sendable, Equatable {
  package enum Standing: String, Sendable, CaseIterable {
    case chosen, reserve, excluded
  }

  package var id: GuestID
  package var party: PartyID
  package var person: PersonID
  package var standing: Standing
  /// The order within the same standing, from 1.
  package var position: Int
  package var isPinned: Bool
  package var isMustHave: Bool
  package var invitation: Invitation
  package var linkNumber: Int
  /// The wave in which they were written to, from 1; 0 before that.
  package var wave: Int
  package var wishes: String
  package var brings: String
  /// Local times such as `18:45` in the guest's zone; empty for the whole evening.
  package var arrives: String
  package var leaves: String
  /// IANA name; empty while the guest has not said.
  package var zone: String
  package var card: Card
  package var letter: LetterEdits
  /// The host's own salutation; empty for the composed one.
  package var salutation: String
  /// The form in which the host wants this letter to address them; nil to go by the guest's language and the party.
  package var letterForm: AddressForm?
  /// The latest drink in their glass; water counts.
  package var drink: String
  /// The time at which they were removed from the party.
  package var removedAt: Date?
  /// At the table, or an extra one for the guest of honour.
  package var seat: Seat
  /// The date as they were last told it.
  package var told: ToldDate

  package init(
    id: GuestID,
    party: PartyID,
    person: PersonID,
    standing: Standing,
    position: Int,
    isPinned: Bool,
    isMustHave: Bool,
    invitation: Invitation,
    linkNumber: Int,
    wave: Int,
    wishes: String,
    brings: String,
    arrives: String,
    leaves: String,
    zone: String,
    card: Card,
    letter: LetterEdits,
    salutation: String,
    letterForm: AddressForm? = nil,
    drink: String = "",
    removedAt: Date? = nil,
    seat: Seat = .table, told: ToldDate = ToldDate()
  ) {
    self.id = id
    self.party = party
    self.person = person
    self.standing = standing
    self.position = position
    self.isPinned = isPinned
    self.isMustHave = isMustHave
    self.invitation = invitation
    self.linkNumber = linkNumber
    self.wave = wave
    self.wishes = wishes
    self.brings = brings
    self.arrives = arrives
    self.leaves = leaves
    self.zone = zone
    self.card = card
    self.letter = letter
    self.salutation = salutation
    self.letterForm = letterForm
    self.drink = drink
    self.removedAt = removedAt
    self.seat = seat
    self.told = told
  }

  /// The things about themselves they show to the other guests.
  package struct Card: Sendable, Equatable {
    package var name = ""
    package var line = ""
    package var email = ""
    package var phone = ""
    package var web = ""

    package init() {}
  }
}

/// A guest with their details from the address book.
package struct KnownGuest: Sendable {
  /// Somebody they would invite in their place.
  package var referral: Referral?
  package var guest: Guest
  package var name: String
  /// Empty where none is known.
  package var email: String
  package var organisation: String
  package var role: String
  /// The way they are spoken to.
  package var manner: Manner
  /// Mail to their address came back for good.
  package var isReturned: Bool

  package init(
    guest: Guest, name: String, email: String, organisation: String, role: String, manner: Manner = Manner(),
    isReturned: Bool = false
  ) {
    self.guest = guest
    self.name = name
    self.email = email
    self.organisation = organisation
    self.role = role
    self.manner = manner
    self.isReturned = isReturned
  }

  /// True if a mail to them can arrive, as far as is known.
  package var isReachable: Bool { !email.isEmpty && !isReturned }
}
