import Foundation

/// Somebody whose vote counts: an invited guest who has not declined.
package struct Voter: Sendable, Hashable, Identifiable {
  package let id: GuestID
  /// The name by which the host knows them; it appears in reasons, which only the host reads.
  package let name: String

  package init(id: GuestID, name: String) {
    self.id = id
    self.name = name
  }
}

/// The search for a date that suits.
package struct DatePoll: Sendable {
  package let slots: [Slot]
  package let voters: [Voter]
  /// Guests without whom the party makes no sense. Those who are no longer among the voters don't count.
  package let mustHave: Set<GuestID>
  package let deadline: Date?
  /// Votes of guests who are not among the voters, and votes for slots that are gone, don't count.
  package let votes: [GuestID: [SlotID: VoteValue]]

  package init(
    slots: [Slot], voters: [Voter], mustHave: Set<GuestID> = [], deadline: Date? = nil,
    votes: [GuestID: [SlotID: VoteValue]] = [:]
  ) {
    self.slots = slots
    self.voters = voters
    self.mustHave = mustHave
    self.deadline = deadline
    self.votes = votes
  }

  package func vote(of guest: GuestID, on slot: SlotID) -> VoteValue? {
    votes[guest]?[slot]
  }

  /// True once everybody has voted, or the deadline has passed: there is nothing left to wait for. A vote can still be
  /// changed.
  package func isDecided(now: Date) -> Bool {
    everybodyHasVoted || deadline.map { $0 <= now } ?? false
  }

  /// True if every voter has voted on every slot. False as long as there are no voters or no slots.
  package var everybodyHasVoted: Bool {
    !voters.isEmpty && !slots.isEmpty && waitingFor.isEmpty
  }

  /// Voters who have skipped a slot, in the voters' order; this includes those who voted before the slot was added.
  package var waitingFor: [Voter] {
    voters.filter { voter in slots.contains { vote(of: voter.id, on: $0.id) == nil } }
  }
}
