import Core

/// What one participant takes home from an evening: nothing that they did not see there, and what others chose to share.
struct Keepsakes: Sendable, Equatable {
  let me: ParticipantID
  /// Whether they were in the room.
  let wasThere: Bool
  let met: [Met]
  let coasters: [Coaster]
  let cards: [Card]
  let promises: [Promise]
  /// Nil when they may not vote, or the votes were counted.
  let ballot: BallotBox.Deposit?
  let next: NextEvening?
  /// Nil where they belong to no circle.
  let membership: CircleMembership?
  /// They were not there, and will read here what others share with the circle.
  var awaitsShares = false

  struct Met: Sendable, Equatable {
    let name: String
    let line: String
    /// Whole minutes, at least 1.
    let minutes: Int
    /// What the tables were about where they stood together; may be empty.
    let topics: [String]
  }

  struct Coaster: Sendable, Equatable {
    let table: TableID
    let topic: String
    let lines: [Line]
    /// Who shared it with the circle; nil while only its table has it.
    let sharedBy: String?
    /// Stood there, and so may share it.
    let isMine: Bool
    struct Line: Sendable, Equatable {
      let author: String
      let text: String
    }
  }

  struct Card: Sendable, Equatable {
    let person: ParticipantID
    let name: String
    let line: String
    let email: String
    let phone: String
    let web: String
  }

  struct Promise: Sendable, Equatable {
    let number: Int
    let text: String
    /// Made by me; else made to me.
    let isMine: Bool
    /// To whom I made it, or who made it to me.
    let others: [String]
    let isKept: Bool
  }

  /// A further evening of the circle to which this guest is invited.
  struct NextEvening: Sendable, Equatable {
    let topic: String
    let path: Path
  }

  var isEmpty: Bool { met.isEmpty && coasters.isEmpty && cards.isEmpty && promises.isEmpty }
}
