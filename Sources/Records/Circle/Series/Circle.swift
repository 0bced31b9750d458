import Core
import Foundation

/// Parties of a series with the same core.
package struct Circle: Sendable, Equatable {
  package var id: CircleID
  package var host: HostID
  package var name: String
  package var rhythm: CircleRhythm
  /// The number of worthwhile evenings in a row that earn a guest of honour, 1…10.
  package var eveningsToHonour: Int
  package var createdAt: Date
  /// The time at which the series was ended.
  package var endedAt: Date?

  package init(
    id: CircleID, host: HostID, name: String, rhythm: CircleRhythm, eveningsToHonour: Int, createdAt: Date,
    endedAt: Date? = nil
  ) {
    self.id = id
    self.host = host
    self.name = name
    self.rhythm = rhythm
    self.eveningsToHonour = eveningsToHonour
    self.createdAt = createdAt
    self.endedAt = endedAt
  }

  package static let longestName = 80
  /// The number of worthwhile evenings that can earn a guest of honour.
  package static let eveningBounds = 1...10

  /// Somebody who belongs to the circle, or did.
  package struct Member: Sendable, Equatable {
    package let person: PersonID
    package let name: String
    package let organisation: String
    package let role: String
    package let joinedAt: Date
    /// The time at which they left of their own accord; they are not carried over any more.
    package let leftAt: Date?
    /// The time before which they don't want to be asked again.
    package let pausedUntil: Date?

    package init(
      person: PersonID, name: String, organisation: String, role: String, joinedAt: Date, leftAt: Date?,
      pausedUntil: Date? = nil
    ) {
      self.person = person
      self.name = name
      self.organisation = organisation
      self.role = role
      self.joinedAt = joinedAt
      self.leftAt = leftAt
      self.pausedUntil = pausedUntil
    }

    /// True if they are still pausing at that time.
    package func isPausing(at time: Date) -> Bool { pausedUntil.map { $0 > time } ?? false }
  }
}
