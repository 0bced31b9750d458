import Core
import Database
import Foundation
import House

/// A host's action on somebody while choosing. The raw value is the form's.
package enum ShortlistAction: String, Sendable, CaseIterable {
  case choose, reserve, exclude, restore, remove, pin, unpin, up, down

  package func apply(to shortlist: inout Shortlist, _ person: PersonID) {
    switch self {
    case .choose: shortlist.choose(person)
    case .reserve: shortlist.moveToReserve(person)
    case .exclude: shortlist.exclude(person)
    case .restore: shortlist.restore(person)
    case .remove: shortlist.remove(person)
    case .pin: shortlist.pin(person)
    case .unpin: shortlist.unpin(person)
    case .up: shortlist.moveReserve(person, .up)
    case .down: shortlist.moveReserve(person, .down)
    }
  }

  /// True if it takes away the person's place, which is refused for somebody who was written to.
  var takesPlace: Bool {
    switch self {
    case .reserve, .exclude, .remove, .restore: true
    case .choose, .pin, .unpin, .up, .down: false
    }
  }
}

/// A party's shortlist, stored as its guests.
package struct ShortlistStore {
  package let services: Services
  package let connection: any Connection

  package init(services: Services, connection: any Connection) {
    self.services = services
    self.connection = connection
  }

  /// - Throws: `AppError.conflict` for somebody who was written to and would lose their place, `AppError.notFound` for
  ///   somebody not in the host's address book.
  package func apply(_ action: ShortlistAction, to person: PersonID, party: Party) throws {
    guard try CandidateStore(connection: connection).hasPerson(person, of: party.host) else { throw AppError.notFound }
    let guests = try GuestStore(connection: connection).guests(of: party.id).map(\.guest)
    let bound = try bound(guests, of: party.id)
    if action.takesPlace, bound.contains(person) { throw AppError.conflict(Message("choosing.refused.written")) }
    var shortlist = Shortlist(guests)
    action.apply(to: &shortlist, person)
    try save(shortlist, party.id, over: guests)
  }

  /// Changes the shortlist as a whole.
  /// - Parameter change: also gets the people who were written to.
  /// - Throws: `AppError.notFound` if somebody named isn't in the host's address book.
  package func change(
    _ party: Party, naming people: [PersonID], _ change: (inout Shortlist, Set<PersonID>) throws -> Void
  ) throws {
    let store = CandidateStore(connection: connection)
    for person in people where try !store.hasPerson(person, of: party.host) { throw AppError.notFound }
    let guests = try GuestStore(connection: connection).guests(of: party.id).map(\.guest)
    var shortlist = Shortlist(guests)
    try change(&shortlist, try bound(guests, of: party.id))
    try save(shortlist, party.id, over: guests)
  }

  /// People who were written to, or who have a letter ready for the host to send: the link in it would go with their
  /// place.
  private func bound(_ guests: [Guest], of party: PartyID) throws -> Set<PersonID> {
    let handedOver = try OutboxStore(connection: connection).handedOver(of: party)
    return Set(guests.filter { $0.wasWrittenTo || handedOver.contains($0.id) }.map(\.person))
  }

  private func save(_ shortlist: Shortlist, _ party: PartyID, over guests: [Guest]) throws {
    let store = GuestStore(connection: connection)
    let known = Dictionary(uniqueKeysWithValues: guests.map { ($0.person, $0) })
    let places = shortlist.places
    let kept = Set(places.map(\.person))
    for guest in guests where !kept.contains(guest.person) { try store.delete(guest.id, of: party) }
    for place in places {
      if var guest = known[place.person] {
        let before = guest
        (guest.standing, guest.position, guest.isPinned) = (place.standing, place.position, place.isPinned)
        if guest != before { try store.update(guest) }
      } else {
        try insert(place, party)
      }
    }
  }

  private func insert(_ place: Shortlist.StoredPlace, _ party: PartyID) throws {
    let guest = Guest(
      id: services.newID(), party: party, person: place.person, standing: place.standing, position: place.position,
      isPinned: place.isPinned)
    let token = services.secret.token(.personalLink, guest.id.description, number: guest.linkNumber)
    try GuestStore(connection: connection).insert(guest, linkHash: token.hash, at: services.now())
  }
}

extension Shortlist {
  /// Somebody's place as stored: positions count from 1.
  package struct StoredPlace {
    package let person: PersonID
    package let standing: Guest.Standing
    package let position: Int
    package let isPinned: Bool

    package init(person: PersonID, standing: Guest.Standing, position: Int, isPinned: Bool) {
      self.person = person
      self.standing = standing
      self.position = position
      self.isPinned = isPinned
    }
  }

  /// As stored. Guests come in the order of their standing.
  package init(_ guests: [Guest]) {
    func people(_ standing: Guest.Standing) -> [PersonID] {
      guests.filter { $0.standing == standing }.map(\.person)
    }
    self.init(
      chosen: people(.chosen), pinned: Set(guests.filter(\.isPinned).map(\.person)), reserves: people(.reserve),
      excluded: Set(people(.excluded)))
  }

  package var places: [StoredPlace] {
    numbered(chosen, .chosen) + numbered(reserves, .reserve)
      + numbered(excluded.sorted(), .excluded)
  }

  private func numbered(_ people: [PersonID], _ standing: Guest.Standing) -> [StoredPlace] {
    people.enumerated().map { index, person in
      StoredPlace(person: person, standing: standing, position: index + 1, isPinned: pinned.contains(person))
    }
  }
}

extension Guest {
  /// Somebody just put on the shortlist.
  package init(id: GuestID, party: PartyID, person: PersonID, standing: Standing, position: Int, isPinned: Bool) {
    self.init(
      id: id, party: party, person: person, standing: standing, position: position, isPinned: isPinned,
      isMustHave: false, invitation: Invitation(), linkNumber: 1, wave: 0, wishes: "", brings: "", arrives: "",
      leaves: "", zone: "", card: Card(), letter: LetterEdits(), salutation: "")
  }
}
