import Foundation

extension Party {
  /// Until when somebody invited at `now` should answer: the end of a day in the party's zone, before a date that is already
  /// set, and while the poll is open and its first slot ahead.
  package func answerDeadline(from now: Date, slots: [Slot] = []) -> Date {
    let wanted = endOfDay(now.addingTimeInterval(Double(answerDays) * 86_400))
    let isPoll = dateKind == .poll && confirmedAt == nil
    let first = isPoll ? slots.map(\.start).filter { $0 > now }.min() : start
    let latest = [isPoll ? pollDeadline : nil, first.map { eve(of: $0, from: now) }].compactMap(\.self)
    return min(wanted, latest.filter { $0 > now }.min() ?? wanted)
  }

  /// The day before; on the very day the beginning itself.
  private func eve(of start: Date, from now: Date) -> Date {
    let dayBefore = endOfDay(start.addingTimeInterval(-86_400))
    return dayBefore > now ? dayBefore : start
  }

  /// The last minute of the day.
  private func endOfDay(_ time: Date) -> Date {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = timeZone
    return calendar.date(bySettingHour: 23, minute: 59, second: 0, of: time) ?? time
  }
}
