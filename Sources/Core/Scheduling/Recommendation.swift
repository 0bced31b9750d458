import Foundation

/// A slot's place in the recommendation.
package struct RankedSlot: Sendable, Equatable, Identifiable {
  package let slot: Slot
  package let tally: SlotTally
  /// The reasons for its place, most important first. Arguments hold numbers and guests' names.
  package let reasons: [Message]

  package var id: SlotID { slot.id }

  /// A must-have guest has refused: the host is warned before choosing it.
  package var isFlagged: Bool { !tally.refusingMustHaves.isEmpty }
}

/// The slots of a poll, best first.
///
/// Fewer refusals by must-have guests count first: a slot that one of them refuses never ranks above one that all of
/// them can make. Then come more people who can make it (yes or if needed), more must-have guests who can, fewer of
/// them who would rather not, more who say yes, and finally the earlier slot. The order of slots, voters and votes in
/// the poll makes no difference.
package struct Recommendation: Sendable, Equatable {
  package let ranked: [RankedSlot]

  /// Slots that have begun by `now` are left out.
  package init(_ poll: DatePoll, now: Date) {
    let tallied = poll.slots
      .filter { $0.start > now }
      .map { (slot: $0, tally: SlotTally($0, in: poll)) }
      .sorted { left, right in
        let ranks = (SlotRank(left.tally), SlotRank(right.tally))
        if ranks.0 != ranks.1 { return ranks.0 < ranks.1 }
        return (left.slot.start, left.slot.id) < (right.slot.start, right.slot.id)
      }
    ranked = tallied.enumerated().map { position, entry in
      let next = tallied.indices.contains(position + 1) ? tallied[position + 1].tally : nil
      let reasons = SlotReasons(entry.tally, next: next, isFirst: position == 0)
      return RankedSlot(slot: entry.slot, tally: entry.tally, reasons: reasons.messages)
    }
  }

  /// The slot to propose to the host, perhaps flagged. Nil if nobody can make any slot, or nobody has voted.
  package var best: RankedSlot? {
    ranked.first { $0.tally.coming > 0 }
  }
}

/// The criteria that decide between two slots before the earlier one wins. The smaller rank is the better slot.
struct SlotRank: Comparable {
  private let criteria: [Int]

  init(_ tally: SlotTally) {
    criteria = [
      tally.refusingMustHaves.count, -tally.coming, -tally.comingMustHaves.count, tally.reluctantMustHaves.count,
      -tally.yes.count,
    ]
  }

  static func < (left: SlotRank, right: SlotRank) -> Bool {
    left.criteria.lexicographicallyPrecedes(right.criteria)
  }
}
