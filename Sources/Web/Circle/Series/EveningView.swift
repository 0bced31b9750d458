import Core

/// An evening that is over, as its host sees it: what was said of it together, the mirror, the keepsakes of the host's own.
struct EveningView: Sendable {
  let party: Party
  let circle: Circle?
  /// Nil while the ballots are open, or when fewer than three answered.
  let result: BallotResult?
  /// Whether they were counted.
  let isCounted: Bool
  let turnout: (answers: Int, voters: Int)
  let mirror: HostMirror?
  /// The host's own.
  let keepsakes: Keepsakes
  let present: [String]
  let outcome: String
  let openQuestions: [String]
}
