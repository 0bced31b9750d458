import CIcal
import Foundation

/// A calendar file as libical reads it.
final class ParsedEntry {
  private let calendar: OpaquePointer
  private let event: OpaquePointer

  init?(_ text: String) {
    guard let calendar = icalparser_parse_string(text) else { return nil }
    guard let event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT) else {
      icalcomponent_free(calendar)
      return nil
    }
    self.calendar = calendar
    self.event = event
  }

  deinit {
    icalcomponent_free(calendar)
  }

  /// True if libical finds every rule of RFC 5546 kept, and nothing it cannot read.
  var isValid: Bool {
    icalrestriction_check(calendar) == 1 && icalcomponent_count_errors(calendar) == 0
  }

  var summary: String { String(cString: icalcomponent_get_summary(event)) }
  var description: String { String(cString: icalcomponent_get_description(event)) }

  var attendees: [String] {
    var found: [String] = []
    var property = icalcomponent_get_first_property(event, ICAL_ATTENDEE_PROPERTY)
    while let attendee = property {
      found.append(String(cString: icalproperty_get_attendee(attendee)))
      property = icalcomponent_get_next_property(event, ICAL_ATTENDEE_PROPERTY)
    }
    return found
  }

  /// The start, according to the VTIMEZONE in the file alone.
  var start: Date { moment(of: icalcomponent_get_first_property(event, ICAL_DTSTART_PROPERTY)) }
  var end: Date { moment(of: icalcomponent_get_first_property(event, ICAL_DTEND_PROPERTY)) }

  private func moment(of property: OpaquePointer?) -> Date {
    let time = icalvalue_get_datetime(icalproperty_get_value(property))
    guard let parameter = icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER) else {
      return Date(timeIntervalSince1970: Double(icaltime_as_timet(time)))
    }
    let zone = icalcomponent_get_timezone(calendar, icalparameter_get_tzid(parameter))
    return Date(timeIntervalSince1970: Double(icaltime_as_timet_with_zone(time, zone)))
  }
}
