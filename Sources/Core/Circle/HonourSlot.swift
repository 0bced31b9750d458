/// The time a guest of honour spends with the circle, and how far it has got.
package struct HonourSlot: Hashable, Sendable, Codable {
  package var startsAt: Moment
  /// 5…120.
  package var minutes: Int
  package var role: Role
  /// Minutes by which they said they would be late; 0 for on time.
  package var lateMinutes: Int
  package var arrivedAt: Moment?
  package var leftAt: Moment?

  package enum Role: String, Hashable, Sendable, Codable, CaseIterable {
    /// Stands at tables; the rotation takes them round.
    case guest
    /// Speaks on the stage, then answers questions in voted order.
    case speaker
  }

  package init(startsAt: Moment, minutes: Int, role: Role) {
    self.startsAt = startsAt
    self.minutes = minutes
    self.role = role
    lateMinutes = 0
  }

  package var expectedAt: Moment { startsAt.adding(seconds: lateMinutes * 60) }
  /// They were promised a number of minutes, not a time on the clock: a latecomer gets the full length, but no more
  /// than ten minutes past the end that was announced, and never less than five.
  package var endsAt: Moment {
    let came = arrivedAt ?? expectedAt
    let latest = expectedAt.adding(seconds: (minutes + Self.longestOvertime) * 60)
    let shortest = came.adding(seconds: min(minutes, Self.shortestStay) * 60)
    return max(min(came.adding(seconds: minutes * 60), latest), shortest)
  }

  package static let longestOvertime = 10
  package static let shortestStay = 5
  package static let lengths = 5...120
  /// The minutes one tap adds to their lateness, and the maximum.
  package static let lateStep = 10
  package static let longestLateness = 60

  /// Makes them ten minutes later than they last said. Somebody already here is not late.
  package mutating func comesLater() {
    guard arrivedAt == nil else { return }
    lateMinutes = min(lateMinutes + Self.lateStep, Self.longestLateness)
  }

  /// Makes them punctual after all.
  package mutating func comesOnTime() {
    if arrivedAt == nil { lateMinutes = 0 }
  }

  package enum Standing: Hashable, Sendable {
    /// They come in so many seconds.
    case ahead(Int)
    /// They have been due for so many seconds.
    case overdue(Int)
    /// They are here for so many seconds more.
    case here(Int)
    /// Their time has been over for so many seconds: thank them; they are never cut off.
    case thanks(Int)
    case gone
  }

  package func standing(at now: Moment) -> Standing {
    if leftAt != nil { return .gone }
    if arrivedAt == nil {
      let wait = expectedAt.seconds(since: now)
      return wait >= 0 ? .ahead(wait) : .overdue(-wait)
    }
    let rest = endsAt.seconds(since: now)
    return rest > 0 ? .here(rest) : .thanks(-rest)
  }
}
