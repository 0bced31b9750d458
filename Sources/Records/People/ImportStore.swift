import Core
import Database
import Formats
import Foundation
import House

/// Imports in progress.
package struct ImportStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  /// - Throws: `AppError.notFound` if the host has no such import.
  package func importing(_ id: ImportID, of host: HostID) throws -> Import {
    let row = try connection.row("\(Self.selection) WHERE import.id = \(id) AND import.host_id = \(host)")
    guard let importing = try row.map(Import.init) else { throw AppError.notFound }
    return importing
  }

  /// The import that has waited longest to be read or saved.
  package func nextWork() throws -> Import? {
    try connection.row(
      "\(Self.selection) WHERE import.state IN ('reading', 'saving') ORDER BY import.created_at, import.id LIMIT 1"
    ).map(Import.init)
  }

  /// Stands in place of a node where nobody shall keep the file any more.
  package static let nowhere = "-"
  /// So long an import waits for the node that may have its file.
  private static let patience = 900.0

  /// As `nextWork`, where several nodes work: the file is at one of them, which goes on with what it has begun.
  /// - Parameters:
  ///   - files: which this node has.
  ///   - leads: whether it goes on with what dead nodes have left. Without a file that ends with a word to the host.
  package func nextWork(
    for node: String, withFiles files: Set<ImportID>, leads: Bool, at now: Date
  ) throws -> Import? {
    let waiting = try connection.rows(
      "SELECT id, state, node, created_at FROM import WHERE state IN ('reading', 'saving') ORDER BY created_at, id"
    ) { row in
      Waiting(
        id: try row.get("id"), state: try row.get("state"), node: try row.find("node"),
        isOld: now.timeIntervalSince(try row.get("created_at")) > Self.patience)
    }
    let next = try waiting.first { try isFor(node, $0, hasFile: files.contains($0.id), leads: leads) }
    guard let next else { return nil }
    if next.node != node, next.node != Self.nowhere {
      try connection.execute("UPDATE import SET node = \(node) WHERE id = \(next.id)")
    }
    return try connection.row("\(Self.selection) WHERE import.id = \(next.id)").map(Import.init)
  }

  private struct Waiting {
    let id: ImportID
    let state: Import.State
    let node: String?
    let isOld: Bool
  }

  private func isFor(_ node: String, _ waiting: Waiting, hasFile: Bool, leads: Bool) throws -> Bool {
    if waiting.node == node { return true }
    if hasFile, waiting.node == nil { return true }
    guard leads else { return false }
    guard let other = waiting.node else { return waiting.state == .saving || waiting.isOld }
    if other == Self.nowhere { return true }
    return try !NodeStore(connection: connection).isAlive(other) && (waiting.state == .saving || waiting.isOld)
  }

  /// Whoever has the file shall remove it: it names somebody who was erased.
  package func dropFile(of id: ImportID) throws {
    try connection.execute("UPDATE import SET node = \(Self.nowhere) WHERE id = \(id)")
  }

  /// Those whose files somebody may still need.
  package func idsWithFiles() throws -> Set<ImportID> {
    Set(
      try connection.rows(
        """
        SELECT id FROM import
        WHERE state IN ('reading', 'ready', 'saving') AND (node IS NULL OR node <> \(Self.nowhere))
        """
      ) { try $0.get("id") })
  }

  /// Imports the host has not finished, newest first.
  package func unfinished(of host: HostID) throws -> [Import] {
    try connection.rows(
      """
      \(Self.selection) WHERE import.host_id = \(host) AND import.state IN ('reading', 'ready', 'saving')
      ORDER BY import.id DESC
      """, as: Import.init)
  }

  /// Imports with remains that are due to be erased.
  package func outdated(before time: Date) throws -> [Import] {
    try connection.rows(
      """
      \(Self.selection) WHERE (import.state IN ('ready', 'failed') AND import.created_at < \(time))
        OR (import.state = 'saved' AND import.finished_at < \(time))
      """, as: Import.init)
  }

  package func ids() throws -> Set<ImportID> {
    Set(try connection.rows("SELECT id FROM import") { try $0.get("id") })
  }

  /// Counts an attempt at reading or saving.
  /// - Returns: the number of attempts begun since the last one that finished, including this one.
  package func beginTry(of id: ImportID) throws -> Int {
    try connection.execute("UPDATE import SET tries = tries + 1 WHERE id = \(id)")
    return try connection.count("SELECT tries AS n FROM import WHERE id = \(id)")
  }

  /// An attempt that was told to stop says nothing about the file.
  package func withdrawTry(of id: ImportID) throws {
    try connection.execute("UPDATE import SET tries = tries - 1 WHERE id = \(id) AND tries > 0")
  }

  /// True if it was read and is not confirmed yet.
  package func isWaiting(_ id: ImportID) throws -> Bool {
    try connection.count("SELECT count(*) AS n FROM import WHERE id = \(id) AND state = 'ready'") == 1
  }

  package func insert(_ importing: Import) throws {
    try connection.execute(
      """
      INSERT INTO import (
        id, host_id, occasion_id, list_name, file_name, digest, address, source, source_words, state,
        list_id, created_at)
      VALUES (
        \(importing.id), \(importing.host), \(importing.occasion.id), \(importing.listName), \(importing.fileName),
        \(importing.digest), \(importing.address), \(importing.source.kind), \(importing.source.words), \(importing.state),
        \(importing.list), \(importing.createdAt))
      """)
  }

  /// Records the progress of the work.
  /// - Throws: `ImportGone` if the host has discarded it in the meantime.
  package func note(_ progress: Double, _ counts: Import.Counts, savedPosition: Int, of id: ImportID) throws {
    let changed = try connection.execute(
      """
      UPDATE import SET
        progress = \(progress), people_count = \(counts.people), merged_count = \(counts.merged),
        known_count = \(counts.known), rejected_count = \(counts.rejected), new_count = \(counts.new),
        changed_count = \(counts.changed), saved_position = \(savedPosition),
        tries = CASE WHEN saved_position < \(savedPosition) THEN 1 ELSE tries END
      WHERE id = \(id) AND state IN ('reading', 'saving')
      """)
    guard changed == 1 else { throw ImportGone() }
  }

  package func note(kind: FileKind, layout: ImportLayout?, of id: ImportID) throws {
    let layout = try layout.map { String(decoding: try JSONEncoder().encode($0), as: UTF8.self) } ?? ""
    try connection.execute("UPDATE import SET kind = \(kind), layout = \(layout) WHERE id = \(id)")
  }

  package func note(list: PeopleListID, of id: ImportID) throws {
    try connection.execute("UPDATE import SET list_id = \(list) WHERE id = \(id)")
  }

  /// Moves from one state to another.
  /// - Returns: false if it was not in that state.
  @discardableResult
  package func move(
    _ id: ImportID, from old: Import.State, to new: Import.State, problem: Problem? = nil, at now: Date
  ) throws -> Bool {
    let finished: Date? = new == .saved || new == .failed ? now : nil
    return try connection.execute(
      """
      UPDATE import SET state = \(new), progress = 0, tries = 0, problem = \(problem.map(StoredProblem.text) ?? ""),
        finished_at = \(finished)
      WHERE id = \(id) AND state = \(old)
      """) == 1
  }

  /// Checks, in the transaction that writes, that the host is still looking at its preview.
  /// - Throws: `AppError.conflict` otherwise.
  package func demandReady(_ id: ImportID, of host: HostID) throws {
    guard try importing(id, of: host).state == .ready else { throw AppError.conflict(Message("import.conflict")) }
  }

  package func correct(_ correction: ColumnCorrection, of id: ImportID) throws {
    let text = String(decoding: try JSONEncoder().encode(correction), as: UTF8.self)
    try connection.execute("UPDATE import SET chosen_columns = \(text) WHERE id = \(id)")
  }

  package func note(leavesOut: Bool, of id: ImportID) throws {
    try connection.execute("UPDATE import SET leaves_out = \(leavesOut ? 1 : 0) WHERE id = \(id) AND state = 'ready'")
  }

  /// Counts rows whose people the host has identified since the last count.
  package func count(known: Int = 0, merged: Int = 0, of id: ImportID) throws {
    try connection.execute(
      """
      UPDATE import SET known_count = known_count + \(known), merged_count = merged_count + \(merged),
        people_count = people_count - \(merged)
      WHERE id = \(id)
      """)
  }

  package func delete(_ id: ImportID) throws {
    try connection.execute("DELETE FROM import WHERE id = \(id)")
  }

  private static let selection: SQL =
    """
    SELECT import.*, occasion.kind AS occasion_kind, occasion.name AS occasion_name, occasion.year AS occasion_year,
      occasion.spoken_place
    FROM import JOIN occasion ON occasion.id = import.occasion_id
    """
}

/// The host discarded an import while it was being worked on.
package struct ImportGone: Error {
  package init() {}
}

extension Import {
  package init(_ row: Row) throws {
    let layout: String = try row.get("layout")
    let chosen: String = try row.get("chosen_columns")
    self.init(
      id: try row.get("id"), host: try row.get("host_id"), occasion: try Occasion(row, id: "occasion_id"),
      listName: try row.get("list_name"), fileName: try row.get("file_name"), digest: try row.get("digest"),
      address: try row.get("address"),
      source: try ListSource(row), state: try row.get("state"), kind: FileKind(rawValue: try row.get("kind")),
      layout: try? JSONDecoder().decode(ImportLayout.self, from: Data(layout.utf8)),
      correction: try? JSONDecoder().decode(ColumnCorrection.self, from: Data(chosen.utf8)),
      problem: StoredProblem.problem(try row.get("problem")), leavesOut: try row.get("leaves_out") as Int != 0,
      progress: try row.get("progress"),
      counts: try Counts(row), savedPosition: try row.get("saved_position"), list: try row.find("list_id"),
      createdAt: try row.get("created_at"), finishedAt: try row.find("finished_at"))
  }
}

extension Import.Counts {
  package init(_ row: Row) throws {
    self.init(
      people: try row.get("people_count"), merged: try row.get("merged_count"), known: try row.get("known_count"),
      rejected: try row.get("rejected_count"), new: try row.get("new_count"), changed: try row.get("changed_count"))
  }
}

/// A problem as stored, to be put into words when somebody reads it.
enum StoredProblem {
  private struct Form: Codable {
    let key: String
    let arguments: [String: String]
  }

  static func text(_ problem: Problem) -> String {
    let form = Form(key: problem.key, arguments: problem.arguments)
    return (try? JSONEncoder().encode(form)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  static func problem(_ text: String) -> Problem? {
    guard !text.isEmpty, let form = try? JSONDecoder().decode(Form.self, from: Data(text.utf8)) else { return nil }
    return Problem(form.key, form.arguments)
  }
}

extension Import.State: Bindable {}
extension FileKind: Bindable {}
