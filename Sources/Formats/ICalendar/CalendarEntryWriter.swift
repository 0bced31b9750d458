import CIcal
import Foundation

/// Puts a checked entry into libical's components, and turns those into text. It touches none of libical's built-in
/// zones, which are shared and unguarded: zones come from `CalendarZone`.
struct CalendarEntryWriter {
  let entry: CalendarEntry

  func text() -> String {
    Self.calendar(method) { calendar in
      if !writesUTC { icalcomponent_add_component(calendar, zone.component()) }
      icalcomponent_add_component(calendar, event())
    }
  }

  /// Several events in one file.
  static func feed(_ entries: [CalendarEntry], name: String) -> String {
    calendar(ICAL_METHOD_PUBLISH) { calendar in
      for (property, value) in [("X-WR-CALNAME", name), ("X-PUBLISHED-TTL", "PT1H")] {
        icalcomponent_add_property(calendar, extra(property, value))
      }
      for entry in entries {
        var entry = entry
        entry.zone = .utc
        icalcomponent_add_component(calendar, CalendarEntryWriter(entry: entry).event())
      }
    }
  }

  private static func calendar(_ method: icalproperty_method, _ fill: (OpaquePointer?) -> Void) -> String {
    let calendar = icalcomponent_new(ICAL_VCALENDAR_COMPONENT)
    defer { icalcomponent_free(calendar) }
    icalcomponent_add_property(calendar, icalproperty_new_version("2.0"))
    icalcomponent_add_property(calendar, icalproperty_new_prodid("-//Calendar//Entry//EN"))
    icalcomponent_add_property(calendar, icalproperty_new_calscale("GREGORIAN"))
    icalcomponent_add_property(calendar, icalproperty_new_method(method))
    fill(calendar)
    guard let text = icalcomponent_as_ical_string_r(calendar) else { return "" }
    defer { free(text) }
    return String(cString: text)
  }

  /// A property outside the standard.
  private static func extra(_ name: String, _ value: String) -> OpaquePointer? {
    let property = icalproperty_new_x(value)
    icalproperty_set_x_name(property, name)
    return property
  }

  private var method: icalproperty_method {
    switch entry.method {
    case .request: ICAL_METHOD_REQUEST
    case .cancel: ICAL_METHOD_CANCEL
    case .publish: ICAL_METHOD_PUBLISH
    }
  }

  private func event() -> OpaquePointer? {
    let event = icalcomponent_new(ICAL_VEVENT_COMPONENT)
    addIdentity(to: event)
    addTimes(to: event)
    addTexts(to: event)
    addPeople(to: event)
    if let minutes = entry.alarmMinutes, entry.method != .cancel {
      icalcomponent_add_component(event, alarm(minutes: max(0, minutes)))
    }
    return event
  }

  private func addIdentity(to event: OpaquePointer?) {
    add(icalproperty_new_uid(entry.uid.inOneLine), to: event)
    add(icalproperty_new_sequence(Int32(clamping: max(0, entry.sequence))), to: event)
    add(icalproperty_new_dtstamp(utc(entry.stamp)), to: event)
    add(icalproperty_new_created(utc(entry.created ?? entry.stamp)), to: event)
    add(icalproperty_new_lastmodified(utc(entry.stamp)), to: event)
    add(icalproperty_new_status(status), to: event)
    add(icalproperty_new_class(ICAL_CLASS_PRIVATE), to: event)
    add(icalproperty_new_transp(entry.method == .cancel ? ICAL_TRANSP_TRANSPARENT : ICAL_TRANSP_OPAQUE), to: event)
  }

  private var status: icalproperty_status {
    switch (entry.method, entry.status) {
    case (.cancel, _): ICAL_STATUS_CANCELLED
    case (_, .confirmed): ICAL_STATUS_CONFIRMED
    case (_, .tentative): ICAL_STATUS_TENTATIVE
    case (_, .cancelled): ICAL_STATUS_CANCELLED
    }
  }

  private func addTimes(to event: OpaquePointer?) {
    add(icalproperty_new_dtstart(time(entry.start)), inZoneTo: event)
    add(icalproperty_new_dtend(time(end)), inZoneTo: event)
  }

  private var zone: CalendarZone { entry.zone }

  private var end: Date { entry.start.addingTimeInterval(Double(entry.minutes) * 60) }

  /// When clocks go back, an hour comes twice. A local time in it means the first pass (RFC 5545 §3.3.5), but programs
  /// read it as either, so an event that begins or ends there is written in UTC.
  private var writesUTC: Bool {
    zone.isUTC || zone.isAmbiguous(entry.start) || zone.isAmbiguous(end)
  }

  private func time(_ date: Date) -> icaltimetype {
    writesUTC ? utc(date) : icaltime_from_timet_with_zone(zone.localSeconds(of: date), 0, nil)
  }

  private func utc(_ date: Date) -> icaltimetype {
    icaltime_from_timet_with_zone(date.wholeSeconds, 0, icaltimezone_get_utc_timezone())
  }

  private func addTexts(to event: OpaquePointer?) {
    add(icalproperty_new_summary(entry.summary.inOneLine), inLanguageTo: event)
    let description = entry.description.withPlainLineEnds
    if !description.isEmpty { add(icalproperty_new_description(description), inLanguageTo: event) }
    let location = entry.location.inOneLine
    if !location.isEmpty { add(icalproperty_new_location(location), to: event) }
    if !entry.url.isEmpty { add(icalproperty_new_url(entry.url), to: event) }
  }

  private func addPeople(to event: OpaquePointer?) {
    let organiser = icalproperty_new_organizer(Self.link(to: entry.organiser))
    addName(of: entry.organiser, to: organiser)
    add(organiser, to: event)
    guard let mailbox = entry.attendee, entry.method != .publish else { return }
    let attendee = icalproperty_new_attendee(Self.link(to: mailbox))
    addName(of: mailbox, to: attendee)
    icalproperty_add_parameter(attendee, icalparameter_new_role(ICAL_ROLE_REQPARTICIPANT))
    if entry.method == .request { addQuestion(to: attendee) }
    add(attendee, to: event)
  }

  /// A `mailto:` link; RFC 6068 §2 says what has to be encoded.
  private static func link(to mailbox: Correspondent) -> String {
    let coded = mailbox.address.unicodeScalars.map { scalar in
      "%?#/&;`{|}^".unicodeScalars.contains(scalar)
        ? "%" + String(scalar.value, radix: 16, uppercase: true) : String(scalar)
    }
    return "mailto:" + coded.joined()
  }

  private func addQuestion(to attendee: OpaquePointer?) {
    let answer = entry.attendeeHasAccepted ? ICAL_PARTSTAT_ACCEPTED : ICAL_PARTSTAT_NEEDSACTION
    icalproperty_add_parameter(attendee, icalparameter_new_partstat(answer))
    icalproperty_add_parameter(attendee, icalparameter_new_rsvp(ICAL_RSVP_TRUE))
  }

  /// A parameter cannot hold a double quote (RFC 5545 §3.2).
  private func addName(of mailbox: Correspondent, to property: OpaquePointer?) {
    let name = mailbox.name.inOneLine.replacing("\"", with: "'")
    if !name.isEmpty { icalproperty_add_parameter(property, icalparameter_new_cn(name)) }
  }

  private func alarm(minutes: Int) -> OpaquePointer? {
    let alarm = icalcomponent_new(ICAL_VALARM_COMPONENT)
    add(icalproperty_new_action(ICAL_ACTION_DISPLAY), to: alarm)
    add(icalproperty_new_trigger(icaltriggertype_from_int(Int32(clamping: -60 * minutes))), to: alarm)
    add(icalproperty_new_description(entry.summary.inOneLine), to: alarm)
    return alarm
  }

  private func add(_ property: OpaquePointer?, inZoneTo event: OpaquePointer?) {
    if !writesUTC { icalproperty_add_parameter(property, icalparameter_new_tzid(zone.identifier)) }
    add(property, to: event)
  }

  private func add(_ property: OpaquePointer?, inLanguageTo event: OpaquePointer?) {
    let language = entry.language.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    if !language.isEmpty { icalproperty_add_parameter(property, icalparameter_new_language(language)) }
    add(property, to: event)
  }

  private func add(_ property: OpaquePointer?, to component: OpaquePointer?) {
    icalcomponent_add_property(component, property)
  }
}

extension Date {
  /// Seconds since 1970 without the fraction, rounded down and clamped to what calendars can reach.
  var wholeSeconds: Int {
    let seconds = timeIntervalSince1970
    return seconds.isNaN ? 0 : Int(min(max(seconds.rounded(.down), -1e12), 1e12))
  }
}
