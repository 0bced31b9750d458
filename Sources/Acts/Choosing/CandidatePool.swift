import Core
import Foundation
import House
import Records
import Synchronization

/// Candidates with their topics split into comparable words. Splitting those of 100,000 people takes seconds, so they
/// are kept in memory until the address book changes, for the few hosts who are choosing at any one time.
package final class CandidatePool: Sendable {
  /// The inputs each cached thing was computed from: with another key it is computed again.
  struct Keys: Sendable {
    /// The address book's key.
    let people: String
    let topics: String
    let ranking: String
    let table: String
  }

  /// The things cached for these keys.
  struct Known: Sendable {
    var candidates: [Candidate]?
    var topics: ListTopics?
    var ranking: [RankedCandidate]?
    var table: TableSource?
  }

  private struct Entry {
    var keys: Keys
    var known: Known
    var usedAt: Date
  }

  private static let capacity = 4

  private let entries = Mutex<[HostID: Entry]>([:])

  package init() {}

  func known(of host: HostID, by keys: Keys, at now: Date) -> Known {
    entries.withLock { entries in
      guard let entry = entries[host], entry.keys.people == keys.people else { return Known() }
      entries[host]?.usedAt = now
      var known = Known(candidates: entry.known.candidates)
      if entry.keys.topics == keys.topics { known.topics = entry.known.topics }
      if entry.keys.ranking == keys.ranking { known.ranking = entry.known.ranking }
      if entry.keys.table == keys.table { known.table = entry.known.table }
      return known
    }
  }

  func keep(_ known: Known, of host: HostID, by keys: Keys, at now: Date) {
    entries.withLock { entries in
      entries[host] = Entry(keys: keys, known: known, usedAt: now)
      while entries.count > Self.capacity, let oldest = entries.min(by: { $0.value.usedAt < $1.value.usedAt }) {
        entries[oldest.key] = nil
      }
    }
  }
}

extension Services {
  package var candidates: CandidatePool { fixtures.one { CandidatePool() } }
}
