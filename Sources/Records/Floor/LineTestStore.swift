import Core
import Database
import Foundation

/// The results of the guests' line tests, the latest of each.
package struct LineTestStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  package struct Result: Sendable, Hashable {
    package let test: LineTest
    package let at: Date

    package init(test: LineTest, at: Date) {
      (self.test, self.at) = (test, at)
    }
  }

  package func keep(_ test: LineTest, of guest: GuestID, at now: Date) throws {
    let ways = test.ways.map { $0.map(\.rawValue).sorted().joined(separator: " ") }
    try connection.execute(
      """
      INSERT INTO line_test (guest_id, at, has_microphone, has_camera, ways, up, down, round_trip)
      VALUES (\(guest), \(now), \(test.hasMicrophone), \(test.hasCamera), \(ways), \(test.up), \(test.down),
        \(test.roundTrip))
      ON CONFLICT (guest_id) DO UPDATE SET
        at = excluded.at, has_microphone = excluded.has_microphone, has_camera = excluded.has_camera,
        ways = excluded.ways, up = excluded.up, down = excluded.down, round_trip = excluded.round_trip
      """)
  }

  /// Nil if they have tested none.
  package func result(of guest: GuestID) throws -> Result? {
    try connection.row("SELECT * FROM line_test WHERE guest_id = \(guest)").map(Self.result)
  }

  /// By guest.
  package func results(at party: PartyID) throws -> [GuestID: Result] {
    let rows = try connection.rows(
      """
      SELECT line_test.* FROM line_test JOIN guest ON guest.id = line_test.guest_id WHERE guest.party_id = \(party)
      """
    ) { (try $0.get("guest_id", as: GuestID.self), try Self.result($0)) }
    return Dictionary(rows, uniquingKeysWith: { first, _ in first })
  }

  private static func result(_ row: Row) throws -> Result {
    let ways = try row.find("ways", as: String.self).map { text in
      Set(text.split(separator: " ").compactMap { LineTest.Way(rawValue: String($0)) })
    }
    let test = LineTest(
      hasMicrophone: try row.get("has_microphone"), hasCamera: try row.get("has_camera"), ways: ways,
      up: try row.get("up"), down: try row.get("down"), roundTrip: try row.get("round_trip"))
    return Result(test: test, at: try row.get("at"))
  }
}
