import Core
import Database
import Foundation
import House

/// Reads a guest's standing in one query, since every request by a link needs it.
package struct GuestStandingStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  /// - Throws: `AppError.notFound` if the party has no such guest.
  package func standing(of guest: GuestID, at party: PartyID) throws -> GuestStanding {
    let row = try connection.row("\(Self.selection) WHERE guest.id = \(guest) AND guest.party_id = \(party)")
    guard let row else { throw AppError.notFound }
    return try GuestStanding(row)
  }

  /// The guest of a link that has been sent; nil if there is none.
  package func invited(by token: Token) throws -> Invited? {
    try connection.row("\(Self.selection) WHERE \(GuestStore.isLinkedBy(token.hash))").map { try Invited($0, token) }
  }

  /// True if the link was somebody's own until they were given a new one.
  package func wasReplaced(_ token: Token) throws -> Bool {
    try connection.row("SELECT 1 FROM replaced_link WHERE link_hash = \(token.hash)") != nil
  }

  /// The guest of honour whom a link answers for.
  package func assisting(by token: Token) throws -> Invited? {
    try connection.row(
      """
      \(Self.selection)
      WHERE guest.id IN (SELECT honour.guest_id FROM honour WHERE honour.assistant_hash = \(token.hash))
      """
    ).map { try Invited($0, token) }
  }

  private static let selection: SQL = """
    SELECT guest.id, guest.party_id, guest.state, guest.standing, guest.removed_at, party.state AS stage,
      guest.letter_form, person.language,
      circle_member.joined_at, circle_member.left_at,
      (SELECT count(*) FROM participant WHERE participant.party_id = guest.party_id
        AND participant.guest_id = guest.id AND participant.entered_at IS NOT NULL) AS entries,
      (SELECT count(*) FROM honour WHERE honour.guest_id = guest.id) AS honours
    FROM guest JOIN party ON party.id = guest.party_id JOIN person ON person.id = guest.person_id
      LEFT JOIN circle_member
        ON circle_member.circle_id = party.circle_id AND circle_member.person_id = guest.person_id
    """
}

extension Invited {
  fileprivate init(_ row: Row, _ token: Token) throws {
    self.init(
      guest: try row.get("id"), party: try row.get("party_id"), token: token, standing: try GuestStanding(row),
      language: try Self.language(row))
  }

  private static func language(_ row: Row) throws -> Language? {
    if let form = AddressForm(rawValue: try row.get("letter_form")) { return form.language }
    return Language(rawValue: try row.get("language"))
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
