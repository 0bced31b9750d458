import Core
import Database
import Foundation

/// Makes two people of a host's address book one.
package struct PersonUnion {
  let connection: any Connection

  /// The first stays and is filled up; lists and places at parties of the second become the first's.
  /// - Throws: `AppError.notFound`; `AppError.conflict` where both were invited to the same party, because two answers
  ///   can't become one.
  package func unite(_ first: PersonID, with second: PersonID, of host: HostID, at now: Date) throws {
    guard first != second else { throw AppError.malformed }
    let people = PersonStore(connection: connection)
    let kept = try people.person(first, of: host)
    let dissolved = try people.person(second, of: host)
    try uniteGuests(first, second)
    try connection.execute(
      """
      INSERT INTO provenance (person_id, list_id, line)
      SELECT \(first), list_id, line FROM provenance WHERE person_id = \(second)
      ON CONFLICT (person_id, list_id) DO NOTHING
      """)
    // The address is free for the first once the second is gone.
    try connection.execute("DELETE FROM person WHERE id = \(second) AND host_id = \(host)")
    let merge = Self.merge(kept.record, dissolved.record)
    if !merge.changes.isEmpty { try people.update(first, to: merge.record, of: host, at: now) }
  }

  /// What the host has in the first record stands; the second fills in what it lacks.
  package static func merge(_ first: PersonRecord, _ second: PersonRecord) -> PersonMerge {
    PersonMerge(first, second, preferring: .first)
  }

  /// Titles of the parties to which both were invited.
  package func commonInvitations(_ first: PersonID, _ second: PersonID) throws -> [String] {
    try connection.rows(
      """
      SELECT party.title FROM guest AS a JOIN guest AS b ON b.party_id = a.party_id JOIN party ON party.id = a.party_id
      WHERE a.person_id = \(first) AND b.person_id = \(second)
        AND a.state <> 'shortlisted' AND b.state <> 'shortlisted'
      ORDER BY party.id
      """
    ) { try $0.get("title") }
  }

  private func uniteGuests(_ first: PersonID, _ second: PersonID) throws {
    let common = try commonInvitations(first, second)
    guard common.isEmpty else {
      throw AppError.conflict(Message("people.merge.bothInvited", ["party": common.joined(separator: ", ")]))
    }
    // Where both are at a party, at most one was written to: that place stays.
    for (leaving, staying) in [(first, second), (second, first)] {
      try connection.execute(
        """
        DELETE FROM guest WHERE person_id = \(leaving) AND state = 'shortlisted'
          AND EXISTS (SELECT 1 FROM guest AS other WHERE other.party_id = guest.party_id AND other.person_id = \(staying))
        """)
    }
    try connection.execute("UPDATE guest SET person_id = \(first) WHERE person_id = \(second)")
  }
}
