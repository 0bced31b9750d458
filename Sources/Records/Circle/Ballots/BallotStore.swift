import Core
import Database

/// Ballots while they are open, and their joint result once counted. By then nothing shows who gave which.
package struct BallotStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  /// The state of a ballot of somebody who was there; nil for somebody who may not vote, and after the count. The
  /// answers themselves are read only by the count.
  package func deposit(of who: ParticipantID, at party: PartyID) throws -> BallotBox.Deposit? {
    guard try !isCounted(party), try mayVote(who, party) else { return nil }
    let given = try connection.count(
      "SELECT count(*) AS n FROM ballot WHERE party_id = \(party) AND participant = \(who)")
    return given > 0 ? .given : .blank
  }

  /// Accepts or changes an answer. A blank one counts as none.
  /// - Returns: false if the ballots were already counted, or they weren't there.
  package func take(_ ballot: Ballot, of who: ParticipantID, at party: PartyID) throws -> Bool {
    guard try !isCounted(party), try mayVote(who, party) else { return false }
    try connection.execute("DELETE FROM ballot WHERE party_id = \(party) AND participant = \(who)")
    guard !ballot.isBlank else { return true }
    try connection.execute(
      """
      INSERT INTO ballot (party_id, participant, learnt, gave, again, line)
      VALUES (\(party), \(who), \(ballot.learnt), \(ballot.gave), \(ballot.again), \(ballot.line))
      """)
    return true
  }

  /// The number who answered, and the number who may.
  package func turnout(_ party: PartyID) throws -> (answers: Int, voters: Int) {
    (
      try connection.count("SELECT count(*) AS n FROM ballot WHERE party_id = \(party)"),
      try connection.count(
        """
        SELECT count(*) AS n FROM participant WHERE participant.party_id = \(party) AND \(Self.isVoter)
        """)
    )
  }

  /// Counts once and for all. Below three answers nothing is kept.
  package func count(_ party: PartyID, at now: Moment) throws {
    let ballots = try connection.rows(
      "SELECT learnt, gave, again, line FROM ballot WHERE party_id = \(party)", as: Ballot.init)
    if let result = BallotResult(ballots) { try keep(result, of: party) }
    try connection.execute("DELETE FROM ballot WHERE party_id = \(party)")
    try connection.execute("UPDATE party SET counted_at = \(now) WHERE id = \(party)")
    let store = PartyStore(connection: connection)
    var closing = try store.party(party)
    if closing.stage == .ended {
      try closing.apply(.close, at: now.date)
      try store.update(closing, at: now.date)
    }
  }

  package func result(of party: PartyID) throws -> BallotResult? {
    try connection.row("SELECT * FROM ballot_result WHERE party_id = \(party)").map(BallotResult.init)
  }

  package func isCounted(_ party: PartyID) throws -> Bool {
    try connection.count("SELECT count(*) AS n FROM party WHERE id = \(party) AND counted_at IS NOT NULL") == 1
  }

  func mayVote(_ who: ParticipantID, _ party: PartyID) throws -> Bool {
    try connection.count(
      """
      SELECT count(*) AS n FROM participant
      WHERE participant.party_id = \(party) AND participant.id = \(who) AND \(Self.isVoter)
      """) == 1
  }

  /// Guests and the host if they were inside, by the rules of `GuestStanding`: nobody who was removed or whose
  /// invitation was taken back, and no guest of honour, who saw too little of the evening to be asked.
  private static let isVoter: SQL = """
    participant.entered_at IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM honour WHERE honour.guest_id = participant.guest_id)
      AND NOT EXISTS (
        SELECT 1 FROM guest WHERE guest.id = participant.guest_id
          AND (guest.removed_at IS NOT NULL OR guest.state = 'withdrawn'))
    """

  private func keep(_ result: BallotResult, of party: PartyID) throws {
    func yes(_ share: BallotResult.Share?) -> Int { share?.yes ?? 0 }
    func of(_ share: BallotResult.Share?) -> Int { share?.of ?? 0 }
    try connection.execute(
      """
      INSERT INTO ballot_result (
        party_id, answers, learnt_yes, learnt_of, gave_yes, gave_of, again_yes, again_of, lines)
      VALUES (
        \(party), \(result.answers), \(yes(result.learnt)), \(of(result.learnt)), \(yes(result.gave)),
        \(of(result.gave)), \(yes(result.again)), \(of(result.again)),
        \(result.lines.map { $0.replacing("\n", with: " ") }.joined(separator: "\n")))
      """)
  }
}

extension Ballot {
  package init(_ row: Row) throws {
    self.init(
      learnt: try row.find("learnt"), gave: try row.find("gave"), again: try row.find("again"),
      line: try row.get("line"))
  }
}

extension BallotResult {
  package init(_ row: Row) throws {
    func share(_ name: String) throws -> Share? {
      Share(yes: try row.get("\(name)_yes"), of: try row.get("\(name)_of"))
    }
    let lines: String = try row.get("lines")
    self.init(
      answers: try row.get("answers"), learnt: try share("learnt"), gave: try share("gave"), again: try share("again"),
      lines: lines.split(separator: "\n").map(String.init))
  }
}
