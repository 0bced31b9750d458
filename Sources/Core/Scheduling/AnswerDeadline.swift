import Foundation

extension Party {
  /// The day by which somebody invited at `now` should answer: the end of a day in the party's zone, before a date that
  /// is already set and, while the poll is open, before its first slot.
  package func answerDeadline(from now: Date, slots: [Slot] = [], in zones: Zones) -> Date {
    let home = zones[zone]
    let wanted = endOfDay(answerDays, after: LocalTime(now, in: home))
    let isPoll = dateKind == .poll && confirmedAt == nil
    let first = isPoll ? slots.map(\.start).filter { $0 > now }.min() : start
    let latest = [isPoll ? pollDeadline : nil, first.map { eve(of: $0, from: now, home) }].compactMap(\.self)
    return min(wanted, latest.filter { $0 > now }.min() ?? wanted)
  }

  /// The day before; on the day itself, the beginning.
  private func eve(of start: Date, from now: Date, _ home: Zone) -> Date {
    let dayBefore = endOfDay(-1, after: LocalTime(start, in: home))
    return dayBefore > now ? dayBefore : start
  }

  /// The last minute of the day that many days later.
  private func endOfDay(_ days: Int, after time: LocalTime) -> Date {
    (time.day.adding(days: days).flatMap { time.moved(to: $0) } ?? time).endOfDay.instant
  }
}
