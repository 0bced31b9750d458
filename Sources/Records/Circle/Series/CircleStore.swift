import Core
import Database
import Foundation
import House

/// Circles, their members and their evenings.
package struct CircleStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  package func insert(_ circle: Circle) throws {
    try connection.execute(
      """
      INSERT INTO circle (id, host_id, name, rhythm, evenings_to_honour, created_at)
      VALUES (
        \(circle.id), \(circle.host), \(circle.name), \(circle.rhythm), \(circle.eveningsToHonour), \(circle.createdAt))
      """)
  }

  package func update(_ circle: Circle) throws {
    try connection.execute(
      """
      UPDATE circle SET name = \(circle.name), rhythm = \(circle.rhythm),
        evenings_to_honour = \(circle.eveningsToHonour), ended_at = \(circle.endedAt)
      WHERE id = \(circle.id) AND host_id = \(circle.host)
      """)
  }

  /// - Throws: `AppError.notFound` if the host has no such circle.
  package func circle(_ id: CircleID, of host: HostID) throws -> Circle {
    let row = try connection.row("SELECT * FROM circle WHERE id = \(id) AND host_id = \(host)")
    guard let circle = try row.map(Circle.init) else { throw AppError.notFound }
    return circle
  }

  /// Active circles first, newest first.
  package func circles(of host: HostID) throws -> [Circle] {
    try connection.rows(
      """
      SELECT * FROM circle WHERE host_id = \(host)
      ORDER BY CASE WHEN ended_at IS NULL THEN 0 ELSE 1 END, created_at DESC, id DESC
      """, as: Circle.init)
  }

  /// For guests and background work, whose rights come from elsewhere.
  package func circle(of party: PartyID) throws -> Circle? {
    try connection.row(
      "SELECT circle.* FROM circle JOIN party ON party.circle_id = circle.id WHERE party.id = \(party)"
    ).map(Circle.init)
  }

  package func assign(_ party: PartyID, to circle: CircleID) throws {
    try connection.execute("UPDATE party SET circle_id = \(circle) WHERE id = \(party)")
  }

  /// In chronological order.
  package func parties(of circle: CircleID) throws -> [PartyID] {
    try connection.rows("SELECT id FROM party WHERE circle_id = \(circle) ORDER BY created_at, id") {
      try $0.get("id")
    }
  }

  /// The outcome of an evening, in the host's words.
  package func outcome(of party: PartyID) throws -> String {
    try connection.row("SELECT outcome FROM party WHERE id = \(party)")?.get("outcome") ?? ""
  }

  package func setOutcome(_ text: String, of party: PartyID) throws {
    try connection.execute("UPDATE party SET outcome = \(text) WHERE id = \(party)")
  }
}

extension Circle {
  package init(_ row: Row) throws {
    self.init(
      id: try row.get("id"), host: try row.get("host_id"), name: try row.get("name"), rhythm: try row.get("rhythm"),
      eveningsToHonour: try row.get("evenings_to_honour"), createdAt: try row.get("created_at"),
      endedAt: try row.find("ended_at"))
  }
}

extension CircleRhythm: Bindable {}
