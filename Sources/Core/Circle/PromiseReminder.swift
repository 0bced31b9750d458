/// The one gentle reminder of a promise that its maker has not ticked off.
package enum PromiseReminder {
  package static let days = 10
  /// After this many days nobody is reminded any more.
  package static let lastDays = 60

  package static func isDue(madeAt: Moment, keptAt: Moment?, remindedAt: Moment?, now: Moment) -> Bool {
    guard keptAt == nil, remindedAt == nil else { return false }
    return now >= madeAt.adding(seconds: days * 86_400) && now < madeAt.adding(seconds: lastDays * 86_400)
  }
}
