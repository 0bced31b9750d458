import Core
import House
import Records

/// The latest changes, for pages that come back: each with the participants who may know of it, as of the time it
/// happened.
struct RecentChanges: Sendable {
  private struct Entry: Sendable {
    let change: Change
    /// Nil for everybody.
    let audience: Set<ParticipantID>?
  }

  /// More than a page misses in a minute of a lively party; a page that missed more gets the whole floor.
  static let limit = 240

  private var entries: [Entry] = []
  /// The lowest number from which a page can resume. Before that the floor was set up again, and what such a page shows
  /// may be gone.
  var start = 0

  mutating func append(_ change: Change, for audience: Set<ParticipantID>?) {
    if entries.count >= 2 * Self.limit { entries.removeFirst(Self.limit) }
    entries.append(Entry(change: change, audience: audience))
  }

  /// The changes somebody missed since the one with that number; nil if some of them are no longer known.
  /// - Parameter number: the newest change's.
  func since(_ last: Int, upTo number: Int, for who: ParticipantID) -> [Change]? {
    guard last <= number, last >= start else { return nil }
    guard last < number else { return [] }
    guard let first = entries.first, first.change.number <= last + 1 else { return nil }
    return entries.drop { $0.change.number <= last }
      .filter { $0.audience?.contains(who) ?? true }.map(\.change)
  }
}
