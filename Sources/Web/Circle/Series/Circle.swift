import Core
import Foundation

/// Parties of a series with the same core.
struct Circle: Sendable, Equatable {
  var id: CircleID
  var host: HostID
  var name: String
  var rhythm: CircleRhythm
  /// How many worthwhile evenings in a row earn a guest of honour, 1…10.
  var eveningsToHonour: Int
  var createdAt: Date
  /// When the series was brought to its end.
  var endedAt: Date?

  static let longestName = 80
  /// After how many worthwhile evenings a guest of honour is earned.
  static let eveningBounds = 1...10

  /// Somebody who belongs to the circle, or did.
  struct Member: Sendable, Equatable {
    let person: PersonID
    let name: String
    let organisation: String
    let role: String
    let joinedAt: Date
    /// They left by themselves and are not carried over any more.
    let leftAt: Date?
  }
}
