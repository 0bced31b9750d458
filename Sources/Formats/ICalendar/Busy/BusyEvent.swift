import CIcal
import Foundation

/// An event, as far as it says when somebody is busy.
struct BusyEvent {
  let component: OpaquePointer

  /// True if it was called off, or is marked as leaving its owner free (RFC 5545 §3.8.2.7).
  var isFree: Bool {
    if icalcomponent_get_status(component) == ICAL_STATUS_CANCELLED { return true }
    guard let property = icalcomponent_get_first_property(component, ICAL_TRANSP_PROPERTY) else { return false }
    return [ICAL_TRANSP_TRANSPARENT, ICAL_TRANSP_TRANSPARENTNOCONFLICT].contains(icalproperty_get_transp(property))
  }

  var uid: String { icalcomponent_get_uid(component).map { String(cString: $0) } ?? "" }

  /// The occurrence this event replaces: seconds since 1970; a time without a zone is taken as UTC. Nil for an event of
  /// its own.
  var replaced: Int? {
    guard let property = icalcomponent_get_first_property(component, ICAL_RECURRENCEID_PROPERTY) else { return nil }
    let time = icalproperty_get_datetime_with_component(property, component)
    return icaltime_is_null_time(time) == 1 ? nil : icaltime_as_timet_with_zone(time, time.zone)
  }

  var start: icaltimetype { icalcomponent_get_dtstart(component) }

  /// Times without a zone, and whole days, count as the clocks of the calendar's owner show them.
  var isLocal: Bool { start.is_date == 1 || start.zone == nil && icaltime_is_utc(start) == 0 }

  /// True if it has more rules, or more dates added and left out, than anybody's event: libical compares each occurrence with each of them.
  var isBloated: Bool {
    let kinds = [(ICAL_EXDATE_PROPERTY, 2000), (ICAL_RDATE_PROPERTY, 2000), (ICAL_RRULE_PROPERTY, 5)]
    return kinds.contains { icalcomponent_count_properties(component, $0.0) > $0.1 }
  }

  /// True if following its rule comes to an end. Nobody is really busy more often than daily by a rule, but a file may
  /// say so to keep us at it.
  var isFollowable: Bool {
    let rules = rules
    return rules.isEmpty || start.year >= 1970 && rules.allSatisfy(Self.isSeldom)
  }

  /// Fetched all at once: any other query to the component resets libical's position among its properties.
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

  /// Doesn't occur many times in one day.
  private static func isPlain(_ property: OpaquePointer) -> Bool {
    guard let text = icalproperty_get_value_as_string_r(property) else { return false }
    defer { free(text) }
    let parts = String(cString: text).uppercased().split(separator: ";")
    let often = parts.filter { ["BYHOUR=", "BYMINUTE=", "BYSECOND="].contains(where: $0.hasPrefix) }
    return often.allSatisfy { $0.filter { $0 == "," }.count < 10 } && often.count < 3
  }
}
