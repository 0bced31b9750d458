import Core
import Database
import Foundation
import House

/// Acts waiting for their time.
package struct HeldActStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  package func insert(_ act: HeldAct) throws {
    try connection.execute(
      """
      INSERT INTO held_act (party_id, id, host_id, pressed_by, kind, detail, mails, due_at, problem)
      VALUES (\(act.party), \(act.id), \(act.host), \(act.pressedBy), \(act.deed.kind), \(act.deed.detail), \(act.mails),
        \(act.dueAt), \(act.problem?.stored ?? ""))
      """)
  }

  /// The act waiting at a party, or the one that could not be done there.
  package func act(of party: PartyID, host: HostID) throws -> HeldAct? {
    try connection.row("SELECT * FROM held_act WHERE party_id = \(party) AND host_id = \(host)").flatMap(HeldAct.init)
  }

  /// A host's party with the act waiting at it.
  /// - Throws: `AppError.notFound` if the host has no such party.
  package func party(_ id: PartyID, of host: HostID) throws -> (party: Party, held: HeldAct?) {
    let row = try connection.row(
      """
      SELECT party.*, held_act.id AS held_id, held_act.kind AS held_kind, held_act.detail AS held_detail,
        held_act.mails AS held_mails, held_act.due_at AS held_due_at, held_act.problem AS held_problem
      FROM party LEFT JOIN held_act ON held_act.party_id = party.id
      WHERE party.id = \(id) AND party.host_id = \(host)
      """)
    guard let row else { throw AppError.notFound }
    let party = try Party(row)
    return (party, try HeldAct(beside: row, of: party))
  }

  /// The acts due by now, the longest waiting first.
  /// - Parameters:
  ///   - longest: seconds any of them waits; one that would wait longer was pressed while the clock was ahead, and is due.
  ///   - ripe: acts whose time has come by another clock.
  package func due(at now: Date, longest: Double, ripe: Set<HeldActID>) throws -> [HeldAct] {
    try connection.rows(
      """
      SELECT * FROM held_act
      WHERE problem = '' AND (id IN \(list: Array(ripe)) OR \(DueTime.hasCome("due_at", at: now, longest: longest)))
      ORDER BY due_at, id
      """, as: HeldAct.init
    ).compactMap(\.self)
  }

  /// Removes the actions of somebody who no longer hosts the party.
  package func remove(at party: PartyID, pressedBy host: HostID) throws {
    try connection.execute("DELETE FROM held_act WHERE party_id = \(party) AND pressed_by = \(host)")
  }

  /// - Returns: false if it is gone, because somebody else was quicker to do it or undo it.
  package func remove(_ id: HeldActID) throws -> Bool {
    try connection.execute("DELETE FROM held_act WHERE id = \(id)") == 1
  }

  package func keep(_ problem: Message, of id: HeldActID) throws {
    try connection.execute("UPDATE held_act SET problem = \(problem.stored) WHERE id = \(id)")
  }
}

extension HeldAct {
  /// Nil for a kind this version does not know.
  package init?(_ row: Row) throws {
    guard let deed = Deed(kind: try row.get("kind"), detail: try row.get("detail")) else { return nil }
    self.init(
      id: try row.get("id"), party: try row.get("party_id"), host: try row.get("host_id"),
      pressedBy: try row.find("pressed_by"), deed: deed, mails: try row.get("mails"), dueAt: try row.get("due_at"),
      problem: Message(stored: try row.get("problem")))
  }

  /// Read from columns beside its party's row; nil if nothing is held.
  package init?(beside row: Row, of party: Party) throws {
    guard let id: HeldActID = try row.find("held_id"), let kind: String = try row.find("held_kind"),
      let detail: String = try row.find("held_detail"), let deed = Deed(kind: kind, detail: detail),
      let dueAt: Date = try row.find("held_due_at")
    else { return nil }
    self.init(
      id: id, party: party.id, host: party.host, deed: deed, mails: try row.find("held_mails") ?? 0, dueAt: dueAt,
      problem: Message(stored: try row.find("held_problem") ?? ""))
  }
}

/// The key, then each argument on a line of its own.
extension Message {
  fileprivate var stored: String {
    let lines = arguments.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.replacing("\n", with: " "))" }
    return ([key] + lines).joined(separator: "\n")
  }

  /// Nil for an empty text.
  fileprivate init?(stored text: String) {
    let lines = text.split(separator: "\n")
    guard let key = lines.first else { return nil }
    let pairs = lines.dropFirst().map { $0.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false) }
    self.init(
      String(key),
      Dictionary(pairs.filter { $0.count == 2 }.map { (String($0[0]), String($0[1])) }) { first, _ in first })
  }
}
