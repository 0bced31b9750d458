import Core
import Database
import Foundation

/// Who is due to be erased.
struct RetentionStore {
  let connection: any Connection

  /// People who came before `time`, stand on no later list, and were never written to. Somebody on the shortlist of a
  /// party at which the host worked since then is spared: the letter is about to be written.
  func neverInvited(since time: Date, limit: Int) throws -> [(person: PersonID, host: HostID)] {
    try people(
      """
      SELECT id, host_id FROM person
      WHERE created_at < \(time)
        AND NOT EXISTS (
          SELECT 1 FROM provenance JOIN people_list ON people_list.id = provenance.list_id
          WHERE provenance.person_id = person.id AND people_list.imported_at >= \(time))
        AND NOT EXISTS (
          SELECT 1 FROM guest JOIN party ON party.id = guest.party_id
          WHERE guest.person_id = person.id
            AND (guest.invited_at IS NOT NULL OR (guest.standing <> 'excluded' AND party.changed_at >= \(time))))
      LIMIT \(limit)
      """)
  }

  /// People who were written to, last before `time`, and never said a word.
  func silent(since time: Date, limit: Int) throws -> [(person: PersonID, host: HostID)] {
    try people(
      """
      SELECT id, host_id FROM person
      WHERE EXISTS (SELECT 1 FROM guest WHERE guest.person_id = person.id AND guest.invited_at IS NOT NULL)
        AND NOT EXISTS (
          SELECT 1 FROM guest WHERE guest.person_id = person.id
            AND (guest.answered_at IS NOT NULL OR guest.invited_at >= \(time)))
      LIMIT \(limit)
      """)
  }

  /// Lists from which everybody is gone.
  func removeEmptyLists(before time: Date) throws {
    try connection.execute(
      """
      DELETE FROM people_list WHERE imported_at < \(time)
        AND NOT EXISTS (SELECT 1 FROM provenance WHERE provenance.list_id = people_list.id)
      """)
  }

  private func people(_ sql: SQL) throws -> [(person: PersonID, host: HostID)] {
    try connection.rows(sql) { (person: try $0.get("id"), host: try $0.get("host_id")) }
  }
}
