import Core
import Database

/// Merges the memberships of two people who are one: since the earlier date, ended only if both have left, and pausing
/// until the later end of their pauses.
package struct MembershipUnionStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  package func unite(_ first: PersonID, with second: PersonID) throws {
    try connection.execute(
      """
      UPDATE circle_member SET
        joined_at = (SELECT min(pair.joined_at) FROM circle_member AS pair
          WHERE pair.circle_id = circle_member.circle_id AND pair.person_id IN (\(first), \(second))),
        left_at = (SELECT CASE WHEN count(pair.left_at) < count(*) THEN NULL ELSE max(pair.left_at) END
          FROM circle_member AS pair
          WHERE pair.circle_id = circle_member.circle_id AND pair.person_id IN (\(first), \(second))),
        paused_until = (SELECT max(pair.paused_until) FROM circle_member AS pair
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
