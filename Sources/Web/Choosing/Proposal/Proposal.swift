import Core

/// A table as it is proposed on the page, with everything its sentences name.
struct Proposal: Sendable {
  struct Somebody: Sendable {
    let id: PersonID
    let name: String
    /// Role and organisation; may be empty.
    let place: String
  }

  struct Seat: Sendable {
    let person: Somebody
    let reason: SeatReason
    /// Whether the host wants them in any case, or has written to them.
    var isPinned = false
    var isWritten = false
    /// Who would fit best in their place.
    var replacements: [Somebody] = []
  }

  /// Names by number; the host among them.
  struct Names: Sendable {
    var people: [Int: String] = [:]
    var subjects: [Int: String] = [:]
    /// By person, then by subject: the topic of theirs that is about it.
    var titles: [Int: [Int: String]] = [:]
  }

  let seats: [Seat]
  let reserves: [Somebody]
  let breaches: [TableBreach]
  let leaning: Leaning
  let company: Company
  let names: Names
  /// Whether just these people stand at the table already.
  let isTaken: Bool

  func sentence(_ reason: SeatReason, _ t: Phrases) -> String {
    SeatSentence(
      reason: reason, person: { names.people[$0, default: ""] }, topic: { names.subjects[$0, default: ""] },
      own: { names.titles[reason.person]?[$0] ?? names.subjects[$0, default: ""] }
    ).text(t)
  }
}

/// Who shares what with whom at a table.
struct Company: Sendable {
  /// Two people, by their place in `people`, who have subjects in common.
  struct Tie: Sendable, Equatable {
    let one: Int
    let other: Int
    /// How much binds them: 1…3.
    let strength: Int
  }

  struct Subject: Sendable, Equatable {
    let name: String
    let people: [String]
  }

  /// The host first.
  let people: [String]
  let ties: [Tie]
  /// What at least two share, the most common first.
  let subjects: [Subject]
}
