import CIcal
import Foundation

/// The times that a server has worked out itself (RFC 5545 §3.6.4): no event is told.
struct BusyPeriods {
  let component: OpaquePointer

  /// - Parameter limit: more are not read.
  func times(in window: Range<Date>, limit: Int) -> [Range<Date>] {
    var times: [Range<Date>] = []
    var next = icalcomponent_get_first_property(component, ICAL_FREEBUSY_PROPERTY)
    while let property = next, times.count < limit {
      if Self.isBusy(property), let time = Self.time(icalproperty_get_freebusy(property)), time.overlaps(window) {
        times.append(time)
      }
      next = icalcomponent_get_next_property(component, ICAL_FREEBUSY_PROPERTY)
    }
    return times
  }

  /// Busy unless it says otherwise (RFC 5545 §3.2.9).
  private static func isBusy(_ property: OpaquePointer) -> Bool {
    guard let kind = icalproperty_get_first_parameter(property, ICAL_FBTYPE_PARAMETER) else { return true }
    return icalparameter_get_fbtype(kind) != ICAL_FBTYPE_FREE
  }

  /// Until an instant, or for as long as it says.
  private static func time(_ period: icalperiodtype) -> Range<Date>? {
    guard icaltime_is_null_time(period.start) == 0 else { return nil }
    let utc = icaltimezone_get_utc_timezone()
    let start = icaltime_as_timet_with_zone(period.start, utc)
    let end =
      icaltime_is_null_time(period.end) == 0
      ? icaltime_as_timet_with_zone(period.end, utc)
      : icaltime_as_timet_with_zone(icaltime_add(period.start, period.duration), utc)
    guard end > start else { return nil }
    return Date(timeIntervalSince1970: Double(start))..<Date(timeIntervalSince1970: Double(end))
  }
}
