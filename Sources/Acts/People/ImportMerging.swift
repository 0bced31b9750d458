import Core
import Database
import House
import Records

/// Merges the rows of an import that are the same person: those with one address; those without an address that share
/// name and organisation; and these with the only person of that name who has an address.
struct ImportMerging {
  let importing: ImportID
  let database: WaitingDatabase
  let stop: StopSign
  let counts: Import.Counts

  /// The next keys to look at after the last one, and the merge to do for each.
  private struct Step: Sendable {
    let next: @Sendable (ImportMergeStore, String, Int) throws -> [String]
    let merge: @Sendable (ImportMergeStore, String) throws -> Int
  }

  private static let steps = [
    Step(
      next: { try $0.sharedAddresses(after: $1, limit: $2) },
      merge: { try $0.merge(address: $1) }),
    Step(
      next: { try $0.sharedNames(after: $1, limit: $2) },
      merge: { try $0.merge(name: $1) }),
    Step(
      next: { try $0.bearerNames(after: $1, limit: $2) },
      merge: { try $0.merge(bearer: $1) }),
  ]

  /// - Returns: the number of rows merged into others.
  func run() throws -> Int {
    var merged = 0
    for step in Self.steps { merged += try all(step, merged) }
    return merged
  }

  /// Goes through the keys in order, a few hundred in each transaction.
  private func all(_ step: Step, _ before: Int) throws -> Int {
    var last = ""
    var merged = 0
    while true {
      try stop.check()
      let (after, limit) = (last, database.rows / 2)
      let keys = try database.read {
        try step.next(ImportMergeStore(connection: $0, importing: importing), after, limit)
      }
      guard let end = keys.last else { return merged }
      last = end
      let (start, counts) = (before + merged, counts)
      merged += try database.write { connection in
        let store = ImportMergeStore(connection: connection, importing: importing)
        let merged = try keys.reduce(0) { $0 + (try step.merge(store, $1)) }
        var counts = counts
        counts.merged = start + merged
        try ImportStore(connection: connection).note(0.95, counts, savedPosition: 0, of: importing)
        return merged
      }
    }
  }
}
