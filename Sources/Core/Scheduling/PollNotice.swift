import Foundation

/// When the host is told that a poll is ripe: when everybody has voted or the deadline has passed, whichever is first, and
/// every few days again while nothing is decided and a slot is ahead. Not because a vote changes afterwards.
package enum PollNotice {
  /// What to tell the host now; nil when there is nothing to tell, or when it has been told.
  /// - Parameter toldAt: when the host was told, as stored together with the telling.
  package static func message(for poll: DatePoll, toldAt: Date?, now: Date) -> Message? {
    let isDue = toldAt.map { now.timeIntervalSince($0) >= patience } ?? true
    let isOpen = toldAt == nil || poll.slots.contains { $0.start > now }
    guard isDue, isOpen, !poll.slots.isEmpty, !poll.voters.isEmpty, poll.isDecided(now: now) else { return nil }
    let missing = poll.waitingFor.count
    return switch missing {
    case 0: Message("poll.notice.allVoted", ["count": "\(poll.voters.count)"])
    case 1: Message("poll.notice.deadlineOneMissing", ["name": poll.waitingFor[0].name])
    default: Message("poll.notice.deadlineSeveralMissing", ["count": "\(missing)", "total": "\(poll.voters.count)"])
    }
  }

  /// Seconds until the host is told again.
  package static let patience: TimeInterval = 3 * 86_400
}
