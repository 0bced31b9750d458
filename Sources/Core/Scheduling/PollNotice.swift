import Foundation

/// When the host is told that a poll is ripe: once, when everybody has voted or the deadline has passed, whichever is
/// first. Not again when a vote changes afterwards.
package enum PollNotice {
  /// What to tell the host now; nil when there is nothing to tell, or when it has been told.
  /// - Parameter toldAt: when the host was told, as stored together with the telling.
  package static func message(for poll: DatePoll, toldAt: Date?, now: Date) -> Message? {
    guard toldAt == nil, !poll.slots.isEmpty, !poll.voters.isEmpty, poll.isDecided(now: now) else { return nil }
    let missing = poll.waitingFor.count
    return switch missing {
    case 0: Message("poll.notice.allVoted", ["count": "\(poll.voters.count)"])
    case 1: Message("poll.notice.deadlineOneMissing", ["name": poll.waitingFor[0].name])
    default: Message("poll.notice.deadlineSeveralMissing", ["count": "\(missing)", "total": "\(poll.voters.count)"])
    }
  }
}
