import Core
import Database
import Foundation
import House

/// The progress of a party's evening, and its programme.
package struct PartyStageStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  /// The doors are open or the programme has begun, so the party is open.
  package func open(_ id: PartyID, _ at: Moment) throws {
    try step(.open, id, at)
    try connection.execute(
      "UPDATE party SET doors_opened_at = coalesce(doors_opened_at, \(at)) WHERE id = \(id)")
  }

  /// Parties with automatic doors whose time has come.
  package func dueDoors(at now: Date) throws -> [PartyID] {
    try connection.rows(
      "SELECT id FROM party WHERE opens_itself = 1 AND state = 'scheduled' AND starts_at <= \(now) ORDER BY id"
    ) { try $0.get("id") }
  }

  /// An evening that ended without its doors being opened may have taken place all the same.
  package func end(_ id: PartyID, _ at: Moment) throws {
    try step(.end, id, at)
    try connection.execute("UPDATE party SET ended_at = coalesce(ended_at, \(at)) WHERE id = \(id)")
  }

  /// Forgets an evening without guests: the events on its floor, that it was open and ended, and that this was told.
  package func beginAnew(_ id: PartyID) throws {
    let tables: [SQL] = ["floor_event", "floor_snapshot", "table_topic", "participant", "ballot_result"]
    for table in tables {
      try connection.execute("DELETE FROM \(table) WHERE party_id = \(id)")
    }
    try connection.execute(
      """
      UPDATE party SET doors_opened_at = NULL, ended_at = NULL, counted_at = NULL, summarised_at = NULL, end_told = 0
      WHERE id = \(id)
      """)
  }

  /// Nil if the host has written none.
  package func programme(of id: PartyID) throws -> Programme? { try plan(of: id).programme }

  /// The host's settings for the evening.
  package func plan(of id: PartyID) throws -> EveningPlan {
    let row = try connection.row(
      "SELECT programme, table_limit, hides_addresses, meeting_url FROM party WHERE id = \(id)")
    guard let row else { throw AppError.notFound }
    let text: String = try row.get("programme")
    return EveningPlan(
      programme: text.isEmpty ? nil : try JSONDecoder().decode(Programme.self, from: Data(text.utf8)),
      tableLimit: try row.get("table_limit"), hidesAddresses: try row.get("hides_addresses"),
      meeting: try row.get("meeting_url"))
  }

  package func keep(_ programme: Programme, of id: PartyID) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let text = String(decoding: try encoder.encode(programme), as: UTF8.self)
    try connection.execute("UPDATE party SET programme = \(text) WHERE id = \(id)")
  }

  /// Stores everything except the programme.
  package func keep(_ plan: EveningPlan, of id: PartyID) throws {
    try connection.execute(
      """
      UPDATE party SET table_limit = \(plan.tableLimit), hides_addresses = \(plan.hidesAddresses),
        meeting_url = \(plan.meeting)
      WHERE id = \(id)
      """)
  }

  /// A step that is impossible from the party's stage has already been taken.
  private func step(_ event: PartyEvent, _ id: PartyID, _ at: Moment) throws {
    let store = PartyStore(connection: connection)
    var party = try store.party(id)
    do { try party.apply(event, at: at.date) } catch { return }
    try store.update(party, at: at.date)
  }
}

/// The host's settings for an evening, made before it begins.
package struct EveningPlan: Sendable, Hashable {
  /// Nil if the host has written none.
  package var programme: Programme?
  package var tableLimit: Int
  /// True if guests reach each other through the relay alone.
  package var hidesAddresses: Bool
  /// The meeting in another system; empty if the evening is held here.
  package var meeting: String

  package init(programme: Programme?, tableLimit: Int, hidesAddresses: Bool = false, meeting: String = "") {
    self.programme = programme
    self.tableLimit = tableLimit
    self.hidesAddresses = hidesAddresses
    self.meeting = meeting
  }
}
