import Foundation

/// Decides when the host is told that a poll is ripe: once everybody has voted or the deadline has passed, whichever is
/// first, and again every few days while nothing is decided and a slot is ahead. A vote that changes later is no
/// reason.
package enum PollNotice {
  /// The message for the host now; nil if there is none, or they have been told.
  /// - Parameter toldAt: the time at which the host was told, stored together with the telling.
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
