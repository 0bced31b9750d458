import Foundation

/// Decides who is reminded of a poll: somebody who has said yes and voted on none of its dates.
package struct PollReminder: Sendable {
  package let poll: DatePoll
  /// Time before the deadline, in days of 24 hours; nil if the host wants to remind nobody.
  package let daysBefore: Int?

  package init(poll: DatePoll, daysBefore: Int?) {
    self.poll = poll
    self.daysBefore = daysBefore
  }

  /// True once, while there is still something to vote on: near the deadline or, where there is none, some days after
  /// the yes.
  package func isDue(_ guest: GuestID, _ invitation: Invitation, at now: Date) -> Bool {
    guard let daysBefore, invitation.state == .accepted, let answeredAt = invitation.answeredAt,
      !poll.slots.contains(where: { poll.vote(of: guest, on: $0.id) != nil }),
      let latest = poll.deadline ?? poll.slots.map(\.start).max(), now < latest
    else { return false }
    let rested = answeredAt + (poll.deadline == nil ? Self.patience : Self.day)
    return now >= max(rested, poll.deadline.map { $0 - Double(daysBefore) * Self.day } ?? rested)
  }

  private static let day: TimeInterval = 86_400
  private static let patience = 3 * day
}
