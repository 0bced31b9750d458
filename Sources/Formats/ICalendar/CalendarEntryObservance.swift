import CIcal

/// One STANDARD or DAYLIGHT part of a VTIMEZONE.
struct CalendarEntryObservance {
  let change: CalendarZone.Change
  let isDaylight: Bool
  let rule: String?

  /// Owned by the caller.
  func component() -> OpaquePointer? {
    let component = icalcomponent_new(isDaylight ? ICAL_XDAYLIGHT_COMPONENT : ICAL_XSTANDARD_COMPONENT)
    let onset = icaltime_from_timet_with_zone(change.onset, 0, nil)
    icalcomponent_add_property(component, icalproperty_new_dtstart(onset))
    icalcomponent_add_property(component, icalproperty_new_tzoffsetfrom(Int32(clamping: change.from)))
    icalcomponent_add_property(component, icalproperty_new_tzoffsetto(Int32(clamping: change.to)))
    if let rule {
      icalcomponent_add_property(component, icalproperty_new_rrule(icalrecurrencetype_from_string(rule)))
    }
    return component
  }
}

/// "On the last Sunday in March": the common pattern in the clock changes of several years.
struct CalendarEntryRule {
  let text: String

  /// Nil unless the onsets, in seconds of local time, come once a year at the same hour of the same weekday of a month.
  init?(onsets: [Int]) {
    let times = onsets.map { icaltime_from_timet_with_zone($0, 0, nil) }
    guard let first = times.first, let last = times.last, times.count > 1 else { return nil }
    guard last.year - first.year == times.count - 1, times.allSatisfy({ Self.clock($0) == Self.clock(first) }),
      let ordinal = Self.ordinal(of: times)
    else { return nil }
    let weekday = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"][Int(icaltime_day_of_week(first)) - 1]
    text = "FREQ=YEARLY;BYMONTH=\(first.month);BYDAY=\(ordinal)\(weekday)"
  }

  private static func clock(_ time: icaltimetype) -> [Int32] {
    [time.month, icaltime_day_of_week(time), time.hour, time.minute, time.second]
  }

  /// -1 for the last such weekday of the month, otherwise its number.
  private static func ordinal(of times: [icaltimetype]) -> Int32? {
    if times.allSatisfy({ $0.day + 7 > icaltime_days_in_month($0.month, $0.year) }) { return -1 }
    let ordinals = Set(times.map { ($0.day - 1) / 7 + 1 })
    return ordinals.count == 1 ? ordinals.first : nil
  }
}
