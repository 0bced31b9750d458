/// The voters' answers to one slot, each list in the voters' order.
package struct SlotTally: Sendable, Equatable {
  package let yes: [Voter]
  package let ifNeeded: [Voter]
  package let no: [Voter]
  package let unanswered: [Voter]
  private let mustHave: Set<GuestID>

  package init(_ slot: Slot, in poll: DatePoll) {
    let byVote = Dictionary(grouping: poll.voters) { poll.vote(of: $0.id, on: slot.id) }
    yes = byVote[.yes] ?? []
    ifNeeded = byVote[.ifNeeded] ?? []
    no = byVote[.no] ?? []
    unanswered = byVote[nil] ?? []
    mustHave = poll.mustHave
  }

  /// The number of people who would be there, including those who would come only if needed.
  package var coming: Int { yes.count + ifNeeded.count }

  package var voters: Int { coming + no.count + unanswered.count }

  /// The must-have guests who said no.
  package var refusingMustHaves: [Voter] { no.filter { mustHave.contains($0.id) } }

  /// The must-have guests who said yes, or if needed.
  package var comingMustHaves: [Voter] { (yes + ifNeeded).filter { mustHave.contains($0.id) } }

  /// The must-have guests who would rather not.
  package var reluctantMustHaves: [Voter] { ifNeeded.filter { mustHave.contains($0.id) } }

  /// The must-have guests who have not voted.
  package var silentMustHaves: [Voter] { unanswered.filter { mustHave.contains($0.id) } }
}
