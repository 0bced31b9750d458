import CIcal
import Foundation

/// An event as far as it says when somebody is busy.
struct BusyEvent {
  let component: OpaquePointer

  /// Called off, or marked as leaving its owner free (RFC 5545 §3.8.2.7).
  var isFree: Bool {
    if icalcomponent_get_status(component) == ICAL_STATUS_CANCELLED { return true }
    guard let property = icalcomponent_get_first_property(component, ICAL_TRANSP_PROPERTY) else { return false }
    return [ICAL_TRANSP_TRANSPARENT, ICAL_TRANSP_TRANSPARENTNOCONFLICT].contains(icalproperty_get_transp(property))
  }

  var uid: String { icalcomponent_get_uid(component).map { String(cString: $0) } ?? "" }

  /// The occurrence that this event takes the place of: seconds since 1970, without a zone as if the clock were UTC. Nil for an
  /// event of its own.
  var replaced: Int? {
    guard let property = icalcomponent_get_first_property(component, ICAL_RECURRENCEID_PROPERTY) else { return nil }
    let time = icalproperty_get_datetime_with_component(property, component)
    return icaltime_is_null_time(time) == 1 ? nil : icaltime_as_timet_with_zone(time, time.zone)
  }

  var start: icaltimetype { icalcomponent_get_dtstart(component) }

  /// Times without a zone count as the clocks of the calendar's owner show them; so do whole days.
  var isLocal: Bool { start.is_date == 1 || start.zone == nil && icaltime_is_utc(start) == 0 }

  /// Whether following its rule takes an end: more often than daily nobody is busy by a rule, but a file may say so to keep us at it.
  var isFollowable: Bool {
    let rules = rules
    return rules.isEmpty || start.year >= 1970 && rules.allSatisfy(Self.isSeldom)
  }

  /// Asked for all at once: whatever else is asked of the component turns libical's place among its properties back.
  private var rules: [OpaquePointer] {
    var rules: [OpaquePointer] = []
    var next = icalcomponent_get_first_property(component, ICAL_RRULE_PROPERTY)
    while let rule = next {
      rules.append(rule)
      next = icalcomponent_get_next_property(component, ICAL_RRULE_PROPERTY)
    }
    return rules
  }

  private static func isSeldom(_ property: OpaquePointer) -> Bool {
    [ICAL_DAILY_RECURRENCE, ICAL_WEEKLY_RECURRENCE, ICAL_MONTHLY_RECURRENCE, ICAL_YEARLY_RECURRENCE]
      .contains(icalproperty_get_rrule(property).freq) && isPlain(property)
  }

  /// Not many times in one day.
  private static func isPlain(_ property: OpaquePointer) -> Bool {
    guard let text = icalproperty_get_value_as_string_r(property) else { return false }
    defer { free(text) }
    let parts = String(cString: text).uppercased().split(separator: ";")
    let often = parts.filter { ["BYHOUR=", "BYMINUTE=", "BYSECOND="].contains(where: $0.hasPrefix) }
    return often.allSatisfy { $0.filter { $0 == "," }.count < 10 } && often.count < 3
  }
}
