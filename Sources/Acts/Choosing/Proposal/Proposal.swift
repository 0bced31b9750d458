import Core
import House
import Records

/// A table as the page proposes it, with everything its sentences mention.
package struct Proposal: Sendable {
  package struct Somebody: Sendable {
    package let id: PersonID
    package let name: String
    /// Role and organisation; may be empty.
    package let place: String
    /// True if an address is known.
    package let hasAddress: Bool

    package init(id: PersonID, name: String, place: String, hasAddress: Bool = true) {
      self.id = id
      self.name = name
      self.place = place
      self.hasAddress = hasAddress
    }
  }

  package struct Seat: Sendable {
    package let person: Somebody
    package let reason: SeatReason
    /// True if the host wants them in any case, or has written to them.
    package var isPinned = false
    package var isWritten = false
    /// The people who would fit best in their place.
    package var replacements: [Somebody] = []

    package init(
      person: Somebody, reason: SeatReason, isPinned: Bool = false, isWritten: Bool = false,
      replacements: [Somebody] = []
    ) {
      self.person = person
      self.reason = reason
      self.isPinned = isPinned
      self.isWritten = isWritten
      self.replacements = replacements
    }
  }

  /// Names by number, including the host's.
  package struct Names: Sendable {
    package var people: [Int: String] = [:]
    package var subjects: [Int: String] = [:]
    /// By person, then by subject: their topic about it.
    package var titles: [Int: [Int: String]] = [:]

    package init(people: [Int: String] = [:], subjects: [Int: String] = [:], titles: [Int: [Int: String]] = [:]) {
      self.people = people
      self.subjects = subjects
      self.titles = titles
    }
  }

  package let seats: [Seat]
  package let reserves: [Somebody]
  package let breaches: [TableBreach]
  package let leaning: Leaning
  package let company: Company
  package let names: Names
  /// True if exactly these people are already at the table.
  package let isTaken: Bool

  package init(
    seats: [Seat], reserves: [Somebody], breaches: [TableBreach], leaning: Leaning, company: Company, names: Names,
    isTaken: Bool
  ) {
    self.seats = seats
    self.reserves = reserves
    self.breaches = breaches
    self.leaning = leaning
    self.company = company
    self.names = names
    self.isTaken = isTaken
  }

  package func sentence(_ reason: SeatReason, _ t: Phrases) -> String {
    SeatSentence(
      reason: reason, person: { names.people[$0, default: ""] }, topic: { names.subjects[$0, default: ""] },
      own: { names.titles[reason.person]?[$0] ?? names.subjects[$0, default: ""] }
    ).text(t)
  }
}

/// The things people at a table have in common, pair by pair.
package struct Company: Sendable {
  /// Two people with subjects in common, by their position in `people`.
  package struct Tie: Sendable, Equatable {
    package let one: Int
    package let other: Int
    /// The strength of their bond: 1…3.
    package let strength: Int

    package init(one: Int, other: Int, strength: Int) {
      self.one = one
      self.other = other
      self.strength = strength
    }
  }

  package struct Subject: Sendable, Equatable {
    package let name: String
    package let people: [String]

    package init(name: String, people: [String]) {
      self.name = name
      self.people = people
    }
  }

  /// The host first.
  package let people: [String]
  package let ties: [Tie]
  /// The subjects shared by at least two, the most common first.
  package let subjects: [Subject]

  package init(people: [String], ties: [Tie], subjects: [Subject]) {
    self.people = people
    self.ties = ties
    self.subjects = subjects
  }
}
