import Core
import Records

/// A letter's place among those of its party, so that they can be read one after another.
package struct LetterPlace: Sendable {
  /// Counted from 1.
  package let number: Int
  package let count: Int
  package let previous: GuestID?
  package let next: GuestID?

  package init(_ guest: GuestID, in facts: PartyFacts) {
    let desk = facts.onDesk.map(\.guest.id)
    count = desk.count
    guard let index = desk.firstIndex(of: guest) else {
      (number, previous, next) = (0, nil, nil)
      return
    }
    number = index + 1
    previous = index > 0 ? desk[index - 1] : nil
    next = index + 1 < desk.count ? desk[index + 1] : nil
  }
}

extension PartyFacts {
  /// Guests for whom there is a letter, in the order in which they are written to.
  var onDesk: [KnownGuest] {
    guests.filter { known in
      known.guest.standing != .excluded && (known.guest.invitation.state != .withdrawn || known.guest.wasWrittenTo)
    }
  }
}
