import Foundation

/// Decides who is due the one reminder.
package struct ReminderRule: Sendable, Hashable {
  /// Time before the day to answer by, in days of 24 hours; nil if the host wants to remind nobody.
  package let daysBefore: Int?

  package init(daysBefore: Int?) {
    self.daysBefore = daysBefore
  }

  /// - Returns: true for somebody who was invited at least two days ago, has not answered, was never reminded, and
  ///   whose day to answer by is close but not past.
  package func isDue(_ invitation: Invitation, isSuppressed: Bool, at now: Date) -> Bool {
    guard let daysBefore, !isSuppressed, invitation.state == .invited, invitation.remindedAt == nil,
      let invitedAt = invitation.invitedAt, let answerBy = invitation.answerBy
    else { return false }
    let earliest = max(answerBy - Double(daysBefore) * Self.day, invitedAt + Self.rest)
    return (earliest..<max(earliest, answerBy)).contains(now)
  }

  private static let day: TimeInterval = 86_400
  /// A reminder on the day after the letter would be pushy.
  private static let rest: TimeInterval = 2 * day
}
