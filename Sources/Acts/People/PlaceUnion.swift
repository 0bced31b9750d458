import Core
import Database
import House
import Records

/// Makes the places of two people at parties those of one.
struct PlaceUnion {
  let connection: any Connection

  /// - Throws: `AppError.conflict` naming the parties at which both places are more than a note.
  func unite(_ first: PersonID, with second: PersonID) throws {
    let common = try obstacles(first, second)
    guard common.isEmpty else {
      throw AppError.conflict(Message("people.merge.bothInvited", ["party": common.joined(separator: ", ")]))
    }
    for (one, other) in try pairs(first, second) {
      switch PlaceMerge.outcome(one.place, other.place) {
      case .first: try fill(one, from: other)
      case .second: try fill(other, from: one)
      case .impossible: break
      }
    }
    try connection.execute("UPDATE guest SET person_id = \(first) WHERE person_id = \(second)")
  }

  /// Titles of the parties at which two answers would have to become one.
  func obstacles(_ first: PersonID, _ second: PersonID) throws -> [String] {
    try pairs(first, second).filter { PlaceMerge.outcome($0.place, $1.place) == .impossible }.map(\.0.title)
  }

  private struct Seat {
    let id: GuestID
    let party: PartyID
    let title: String
    let place: PlaceMerge.Place
  }

  /// At parties where both have a place.
  private func pairs(_ first: PersonID, _ second: PersonID) throws -> [(Seat, Seat)] {
    let seconds = Dictionary(try seats(of: second).map { ($0.party, $0) }, uniquingKeysWith: { one, _ in one })
    return try seats(of: first).compactMap { seat in seconds[seat.party].map { (seat, $0) } }
  }

  private func seats(of person: PersonID) throws -> [Seat] {
    try connection.rows(
      """
      SELECT guest.id, guest.party_id, party.title,
        CASE guest.standing WHEN 'chosen' THEN 0 WHEN 'reserve' THEN 1 ELSE 2 END AS rank,
        CASE WHEN guest.state <> 'shortlisted' OR guest.invited_at IS NOT NULL
          OR EXISTS (SELECT 1 FROM outbox WHERE outbox.guest_id = guest.id)
          OR EXISTS (SELECT 1 FROM honour WHERE honour.guest_id = guest.id)
          OR EXISTS (SELECT 1 FROM participant WHERE participant.guest_id = guest.id)
          OR EXISTS (SELECT 1 FROM vote WHERE vote.guest_id = guest.id)
          OR EXISTS (SELECT 1 FROM honour_question WHERE honour_question.guest_id = guest.id)
          OR EXISTS (SELECT 1 FROM honour_vote WHERE honour_vote.guest_id = guest.id)
        THEN 1 ELSE 0 END AS bound
      FROM guest JOIN party ON party.id = guest.party_id WHERE guest.person_id = \(person) ORDER BY party.id
      """
    ) { row in
      Seat(
        id: try row.get("id"), party: try row.get("party_id"), title: try row.get("title"),
        place: PlaceMerge.Place(isBound: try row.get("bound"), rank: try row.get("rank")))
    }
  }

  /// What the host wrote for the place that goes stays where the other has nothing; marks are united.
  private func fill(_ kept: Seat, from dissolved: Seat) throws {
    let store = GuestStore(connection: connection)
    var guest = try store.guest(kept.id, of: kept.party).guest
    let other = try store.guest(dissolved.id, of: dissolved.party).guest
    guest.isMustHave = guest.isMustHave || other.isMustHave
    guest.isPinned = guest.isPinned || other.isPinned && guest.standing == .chosen
    guest.letter = guest.letter.filled(from: other.letter)
    if guest.salutation.isEmpty { guest.salutation = other.salutation }
    try store.delete(dissolved.id, of: dissolved.party)
    try store.update(guest)
  }
}

extension LetterEdits {
  fileprivate func filled(from other: LetterEdits) -> LetterEdits {
    func first(_ one: String?, _ other: String?) -> String? { one.flatMap { $0.isEmpty ? nil : $0 } ?? other }
    return LetterEdits(
      subject: first(subject, other.subject), opening: first(opening, other.opening),
      reason: first(reason, other.reason), ownSentence: first(ownSentence, other.ownSentence))
  }
}

/// Makes the memberships of two people those of one: since the earlier of both, and left only where both have left.
struct MembershipUnion {
  let connection: any Connection

  func unite(_ first: PersonID, with second: PersonID) throws {
    try connection.execute(
      """
      UPDATE circle_member SET
        joined_at = (SELECT min(pair.joined_at) FROM circle_member AS pair
          WHERE pair.circle_id = circle_member.circle_id AND pair.person_id IN (\(first), \(second))),
        left_at = (SELECT CASE WHEN count(pair.left_at) < count(*) THEN NULL ELSE max(pair.left_at) END
          FROM circle_member AS pair
          WHERE pair.circle_id = circle_member.circle_id AND pair.person_id IN (\(first), \(second)))
      WHERE person_id = \(first) AND EXISTS (
        SELECT 1 FROM circle_member AS other
        WHERE other.circle_id = circle_member.circle_id AND other.person_id = \(second))
      """)
    try connection.execute(
      """
      UPDATE circle_member SET person_id = \(first)
      WHERE person_id = \(second) AND NOT EXISTS (
        SELECT 1 FROM circle_member AS other
        WHERE other.circle_id = circle_member.circle_id AND other.person_id = \(first))
      """)
  }
}
