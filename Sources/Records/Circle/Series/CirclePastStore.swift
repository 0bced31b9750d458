import Core
import Database

/// A circle's evenings that took place.
package struct CirclePast {
  package let connection: any Connection
  package let circle: CircleID

  package init(connection: any Connection, circle: CircleID) {
    self.connection = connection
    self.circle = circle
  }

  package struct Evening: Sendable, Equatable {
    package let topic: String
    /// The outcome, in the host's words; may be empty.
    package let outcome: String

    package init(topic: String, outcome: String) {
      self.topic = topic
      self.outcome = outcome
    }
  }

  /// In chronological order.
  package func evenings() throws -> [Evening] {
    try connection.rows(
      """
      SELECT topic, outcome FROM party
      WHERE circle_id = \(circle) AND state IN ('ended', 'closed') ORDER BY coalesce(ended_at, 0), id
      """
    ) { Evening(topic: try $0.get("topic"), outcome: try $0.get("outcome")) }
  }
}
