import Foundation

extension Party {
  /// Until when somebody invited at `now` should answer: the end of a day in the party's zone, before a date that is already
  /// set, and while the poll is open and its first slot ahead.
  package func answerDeadline(from now: Date, slots: [Slot] = [], in zones: Zones) -> Date {
    let wanted = endOfDay(answerDays, after: now, zones)
    let isPoll = dateKind == .poll && confirmedAt == nil
    let first = isPoll ? slots.map(\.start).filter { $0 > now }.min() : start
    let latest = [isPoll ? pollDeadline : nil, first.map { eve(of: $0, from: now, zones) }].compactMap(\.self)
    return min(wanted, latest.filter { $0 > now }.min() ?? wanted)
  }

  /// The day before; on the very day the beginning itself.
  private func eve(of start: Date, from now: Date, _ zones: Zones) -> Date {
    let dayBefore = endOfDay(-1, after: start, zones)
    return dayBefore > now ? dayBefore : start
  }

  /// The last minute of the day so many days later.
  private func endOfDay(_ days: Int, after time: Date, _ zones: Zones) -> Date {
    let day = LocalTime(time, in: zones[zone])
    return (day.day.adding(days: days).flatMap { day.moved(to: $0) } ?? day).endOfDay.instant
  }
}
