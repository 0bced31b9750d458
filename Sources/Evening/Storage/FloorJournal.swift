import Core
import Database
import House
import Records

/// Records the events of all parties. Everything waiting when one write ends goes into the next: a commit costs the
/// same for one change as for a thousand.
package actor FloorJournal {
  private let database: any Database
  private var waiting: [Entry] = []
  private var isWriting = false

  private struct Entry: Sendable {
    let party: PartyID
    let changes: [Change]
    let hold: FloorHold?
    let answer: CheckedContinuation<Void, any Error>
  }

  package init(_ database: any Database) {
    self.database = database
  }

  /// Returns once the changes are on disk.
  /// - Parameter hold: by what this node owns the floor; nil where there is one program.
  /// - Throws: when they are not; none of them is then. `FloorHoldLost` when another node owns the floor by now.
  package func append(_ changes: [Change], to party: PartyID, by hold: FloorHold? = nil) async throws {
    try await withCheckedThrowingContinuation { answer in
      waiting.append(Entry(party: party, changes: changes, hold: hold, answer: answer))
      guard !isWriting else { return }
      isWriting = true
      Task { await writeAll() }
    }
  }

  private func writeAll() async {
    while !waiting.isEmpty {
      let entries = waiting
      waiting = []
      do {
        try await write(entries)
        for entry in entries { entry.answer.resume() }
      } catch {
        await writeApart(entries, error)
      }
    }
    isWriting = false
  }

  /// A change that can't be stored for one party must not be lost for the others.
  private func writeApart(_ entries: [Entry], _ error: any Error) async {
    guard entries.count > 1 else {
      for entry in entries { entry.answer.resume(throwing: error) }
      return
    }
    for entry in entries {
      do {
        try await write([entry])
        entry.answer.resume()
      } catch {
        entry.answer.resume(throwing: error)
      }
    }
  }

  private func write(_ entries: [Entry]) async throws {
    let work = entries.map { (party: $0.party, changes: $0.changes, hold: $0.hold) }
    try await database.write { connection in
      for (party, changes, hold) in work {
        if let hold { try FloorOwnerStore(connection: connection).demand(hold, of: party) }
        try FloorEventStore(connection: connection).append(changes, to: party, epoch: hold?.epoch ?? 0)
        let projection = FloorProjectionStore(connection: connection, party: party)
        for change in changes { try projection.take(change) }
      }
    }
  }
}

extension Services {
  package var journal: FloorJournal { fixtures.one { FloorJournal(database) } }
}
