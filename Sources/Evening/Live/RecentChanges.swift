import Core
import House
import Records

/// The latest changes, for pages that come back: each with those who may know of it, as it was when it happened.
struct RecentChanges: Sendable {
  private struct Entry: Sendable {
    let change: Change
    /// Nil for everybody.
    let audience: Set<ParticipantID>?
  }

  /// More than a page misses in a minute of a lively party; whoever missed more gets the whole floor.
  static let limit = 240

  private var entries: [Entry] = []
  /// The least number from which a page can go on. Before it the floor was set up anew: what such a page shows may be gone.
  var start = 0

  mutating func append(_ change: Change, for audience: Set<ParticipantID>?) {
    if entries.count >= 2 * Self.limit { entries.removeFirst(Self.limit) }
    entries.append(Entry(change: change, audience: audience))
  }

  /// What somebody missed since the change with that number; nil when not all of it is known any more.
  /// - Parameter number: of the newest change.
  func since(_ last: Int, upTo number: Int, for who: ParticipantID) -> [Change]? {
    guard last <= number, last >= start else { return nil }
    guard last < number else { return [] }
    guard let first = entries.first, first.change.number <= last + 1 else { return nil }
    return entries.drop { $0.change.number <= last }
      .filter { $0.audience?.contains(who) ?? true }.map(\.change)
  }
}
