import Foundation

/// Everything a person did, and everything a host has lately done about them, as far as it decides whether they are
/// erased on schedule.
package struct PersonDealings: Sendable, Hashable {
  package var createdAt: Date
  /// The import date of the newest list they are on.
  package var listedAt: Date?
  /// The last time they were written to, by the program or by the host's own hand.
  package var writtenAt: Date?
  /// The last time a host worked on a party that has them on its list but has not written to them, or on their letter.
  package var plannedAt: Date?
  /// Answered, voted, wished, said a word, asked a question, gave a card, or came to an evening.
  package var hasActed: Bool
  /// Belongs to a circle, or did.
  package var hasCircle: Bool

  package init(
    createdAt: Date, listedAt: Date? = nil, writtenAt: Date? = nil, plannedAt: Date? = nil, hasActed: Bool = false,
    hasCircle: Bool = false
  ) {
    self.createdAt = createdAt
    self.listedAt = listedAt
    self.writtenAt = writtenAt
    self.plannedAt = plannedAt
    self.hasActed = hasActed
    self.hasCircle = hasCircle
  }

  /// - Parameters:
  ///   - neverInvited: anybody who was added before this date and was not written to is erased; nil for never.
  ///   - silent: anybody who was last written to before this date and stayed silent is erased; nil for never.
  package func areOver(neverInvited: Date?, silent: Date?) -> Bool {
    guard !hasActed, !hasCircle else { return false }
    let limit = writtenAt == nil ? neverInvited : silent
    guard let limit else { return false }
    return [createdAt, listedAt, writtenAt, plannedAt].allSatisfy { $0.map { $0 < limit } ?? true }
  }
}
