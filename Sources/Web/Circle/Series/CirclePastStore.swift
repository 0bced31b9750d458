import Core
import Database

/// A circle's evenings that took place.
struct CirclePast {
  let connection: any Connection
  let circle: CircleID

  struct Evening: Sendable, Equatable {
    let topic: String
    /// What came of it, in the host's words; may be empty.
    let outcome: String
  }

  /// The first first.
  func evenings() throws -> [Evening] {
    try connection.rows(
      """
      SELECT topic, outcome FROM party
      WHERE circle_id = \(circle) AND state IN ('ended', 'closed') ORDER BY ended_at, id
      """
    ) { Evening(topic: try $0.get("topic"), outcome: try $0.get("outcome")) }
  }
}
