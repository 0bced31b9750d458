import Core
import Database
import Foundation

/// Reads where a guest stands, in one query: every request by a link asks for it.
struct GuestStandingStore {
  let connection: any Connection

  /// - Throws: `AppError.notFound` where the party has no such guest.
  func standing(of guest: GuestID, at party: PartyID) throws -> GuestStanding {
    let row = try connection.row(
      """
      SELECT guest.state, guest.standing, guest.removed_at, party.state AS stage, circle_member.joined_at,
        circle_member.left_at,
        (SELECT count(*) FROM participant WHERE participant.party_id = guest.party_id
          AND participant.guest_id = guest.id AND participant.entered_at IS NOT NULL) AS entries,
        (SELECT count(*) FROM honour WHERE honour.guest_id = guest.id) AS honours
      FROM guest JOIN party ON party.id = guest.party_id
        LEFT JOIN circle_member
          ON circle_member.circle_id = party.circle_id AND circle_member.person_id = guest.person_id
      WHERE guest.id = \(guest) AND guest.party_id = \(party)
      """)
    guard let row else { throw AppError.notFound }
    return try GuestStanding(row)
  }
}

extension GuestStanding {
  fileprivate init(_ row: Row) throws {
    let (joined, left): (Date?, Date?) = (try row.find("joined_at"), try row.find("left_at"))
    let (entries, honours): (Int, Int) = (try row.get("entries"), try row.get("honours"))
    let standing: Guest.Standing = try row.get("standing")
    self.init(
      state: try row.get("state"), isExcluded: standing == .excluded, removedAt: try row.find("removed_at"),
      wasInside: entries > 0, stage: try row.get("stage"),
      membership: joined == nil ? .never : left == nil ? .current : .left, isHonoured: honours > 0)
  }
}
