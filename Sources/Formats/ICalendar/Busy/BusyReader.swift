import CIcal
import Foundation

/// Reads from a calendar file when its owner is busy, and nothing else: it doesn't look at what keeps them busy, where,
/// or with whom. libical expands recurring events; an occurrence that was moved or called off counts as it is now.
package struct BusyReader {
  private let window: Range<Date>
  private let localSeconds: (Int) -> Int
  private let limits: BusyLimits

  /// - Parameters:
  ///   - window: the times of interest; the rest is ignored.
  ///   - instant: converts a time on the owner's clock, given in seconds since 1970 as if it were UTC, into seconds
  ///     since 1970. Used for times without a zone, and for whole days.
  package init(in window: Range<Date>, limits: BusyLimits = BusyLimits(), instant: @escaping (Int) -> Int) {
    self.window = window
    self.limits = limits
    localSeconds = instant
  }

  /// - Returns: the busy times in chronological order, none touching another.
  /// - Throws: `calendar.problem.…` for a file that is no calendar, or exceeds the limits.
  package func times(_ bytes: Data) throws(Problem) -> [Range<Date>] {
    guard bytes.count <= limits.bytes else { throw Problem("busy.problem.tooLarge") }
    let text = String(decoding: bytes.prefix(1000), as: UTF8.self)
    guard text.uppercased().contains("BEGIN:VCALENDAR") else { throw Problem("busy.problem.notACalendar") }
    let times = try Libical.withCalendar(bytes) { root throws(Problem) in try read(root) }
    guard let times else { throw Problem("busy.problem.notACalendar") }
    return times
  }

  private func read(_ root: OpaquePointer) throws(Problem) -> [Range<Date>] {
    var found = FoundTimes(window: window, localSeconds: localSeconds, limit: limits.times)
    let end = ContinuousClock.now + limits.time
    for event in try events(of: root) {
      guard ContinuousClock.now < end else { throw Problem("busy.problem.tooLarge") }
      found.moved.insert(event)
    }
    for event in try events(of: root) {
      guard ContinuousClock.now < end, !found.isFull, !event.isBloated else { throw Problem("busy.problem.tooLarge") }
      found.follow(event)
    }
    for component in components(ICAL_VFREEBUSY_COMPONENT, of: root) { found.take(BusyPeriods(component: component)) }
    return found.merged
  }

  private func events(of root: OpaquePointer) throws(Problem) -> [BusyEvent] {
    let events = components(ICAL_VEVENT_COMPONENT, of: root)
    guard events.count < limits.events else { throw Problem("busy.problem.tooLarge") }
    return events.map(BusyEvent.init)
  }

  /// Of all calendars in the file; as many as there may be events.
  private func components(_ kind: icalcomponent_kind, of root: OpaquePointer) -> [OpaquePointer] {
    let calendars = Libical.components(ICAL_VCALENDAR_COMPONENT, in: root, most: limits.events)
    return calendars.reduce(into: []) { found, calendar in
      found += Libical.components(kind, in: calendar, most: limits.events - found.count)
    }
  }
}

/// The limits for a calendar.
package struct BusyLimits: Sendable {
  package var bytes = 8 << 20
  package var events = 20_000
  package var times = 20_000
  package var time = Duration.seconds(5)

  package init() {}
}
