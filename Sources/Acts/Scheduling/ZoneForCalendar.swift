import Core
import Formats
import Foundation
import Records

extension Zone {
  /// The part of the zone that a calendar program needs to find the times of an event.
  package func calendar(around time: Date) -> CalendarZone {
    let start = time.wholeSeconds - CalendarZone.window.before
    let changes = rules.changes(after: start, through: time.wholeSeconds + CalendarZone.window.after)
    let now = rules.period(at: start)
    return CalendarZone(
      identifier, since: start, offset: now.offset, isDaylight: now.isDaylight,
      changes: changes.map {
        CalendarZone.Change(
          moment: $0.moment, from: $0.before.offset, to: $0.after.offset, isDaylight: $0.after.isDaylight)
      })
  }
}
