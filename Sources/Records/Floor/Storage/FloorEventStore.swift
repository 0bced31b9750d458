import Core
import Database
import Foundation
import House

/// The events of parties, in order.
package struct FloorEventStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  /// - Parameter epoch: of the node that owns the floor; 0 where there is one program.
  package func append(_ changes: [Change], to party: PartyID, epoch: Int = 0) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    for change in changes {
      let body = String(decoding: try encoder.encode(change.event), as: UTF8.self)
      try connection.execute(
        """
        INSERT INTO floor_event (party_id, number, at, body, epoch)
        VALUES (\(party), \(change.number), \(change.at), \(body), \(epoch))
        """)
    }
  }

  /// - Parameter number: only changes after this one.
  package func changes(of party: PartyID, after number: Int = 0) throws -> [Change] {
    try changes(
      """
      SELECT number, at, body FROM floor_event WHERE party_id = \(party) AND number > \(number) ORDER BY number
      """)
  }

  /// The last change before `number` whose event is one of these cases.
  package func last(of cases: [String], before number: Int, at party: PartyID) throws -> Change? {
    let isOne = SQL.join(cases.map { .column("body", begins: "{\"\($0)\":") }, separator: " OR ")
    return try changes(
      """
      SELECT number, at, body FROM floor_event
      WHERE party_id = \(party) AND number < \(number) AND (\(isOne))
      ORDER BY number DESC LIMIT 1
      """
    ).first
  }

  /// Removes every event that names somebody, at every party.
  package func forget(_ who: GuestID) throws {
    try connection.execute(
      "DELETE FROM floor_snapshot WHERE party_id = (SELECT party_id FROM guest WHERE id = \(who))")
    try connection.execute(
      """
      DELETE FROM floor_event WHERE party_id = (SELECT party_id FROM guest WHERE id = \(who))
        AND \(SQL.lowerCase("body", contains: who.description))
      """)
  }

  /// Removes the events of parties that ended before `time`; everything that survives an evening is in tables of its
  /// own.
  /// - Returns: the number of events removed.
  package func thin(endedBefore time: Date) throws -> Int {
    try connection.execute(
      "DELETE FROM floor_snapshot WHERE party_id IN (SELECT id FROM party WHERE ended_at < \(time))")
    return try connection.execute(
      "DELETE FROM floor_event WHERE party_id IN (SELECT id FROM party WHERE ended_at < \(time))")
  }

  private func changes(_ sql: SQL) throws -> [Change] {
    let decoder = JSONDecoder()
    return try connection.rows(sql) { row in
      let body = Data(try row.get("body", as: String.self).utf8)
      return Change(
        number: try row.get("number"), at: try row.get("at"), event: try decoder.decode(FloorEvent.self, from: body))
    }
  }
}

extension Moment: Bindable {
  package var databaseValue: Value { .integer(milliseconds) }

  package init?(databaseValue: Value) {
    guard case .integer(let milliseconds) = databaseValue else { return nil }
    self.init(milliseconds: milliseconds)
  }
}

extension ParticipantID: Bindable {}
extension TableID: Bindable {}
