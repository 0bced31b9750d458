import CIcal
import Foundation

/// Reads the answer in a calendar: METHOD and, from its first event, the few properties that an answer has. libical takes the file apart.
struct CalendarReplyReader {
  private static let mostAttendees = 200
  private var method = ""
  private var uid = ""
  private var sequence = 0
  private var stamp: Date?
  private var start: CalendarMoment?
  private var comment = ""
  private var attendees: [Attendee] = []

  init(_ bytes: [UInt8]) {
    Libical.withCalendar(bytes) { root in
      guard let calendar = Libical.components(ICAL_VCALENDAR_COMPONENT, in: root, most: 1).first else { return }
      method = Libical.first(ICAL_METHOD_PROPERTY, of: calendar).flatMap(Libical.value)?.uppercased().tidied ?? ""
      guard let event = Libical.components(ICAL_VEVENT_COMPONENT, in: calendar, most: 1).first else { return }
      take(event)
    }
  }

  private mutating func take(_ event: OpaquePointer) {
    func value(_ kind: icalproperty_kind) -> String? { Libical.first(kind, of: event).flatMap(Libical.value)?.tidied }
    uid = String((value(ICAL_UID_PROPERTY) ?? "").prefix(255))
    sequence = max(0, min(value(ICAL_SEQUENCE_PROPERTY).flatMap { Int($0) } ?? 0, 1_000_000_000))
    stamp = Libical.first(ICAL_DTSTAMP_PROPERTY, of: event).flatMap(CalendarMoment.init)?.instant
    start = Libical.first(ICAL_DTSTART_PROPERTY, of: event).flatMap(CalendarMoment.init)
    if let words = Libical.first(ICAL_COMMENT_PROPERTY, of: event).flatMap(icalproperty_get_comment) {
      comment = String(String(cString: words).inOneLine.prefix(500))
    }
    attendees = Libical.properties(ICAL_ATTENDEE_PROPERTY, of: event, most: Self.mostAttendees).map(Attendee.init)
  }

  func reply(from sender: String) -> CalendarReply? {
    guard let (attendee, isSure) = answering(sender) else { return nil }
    return CalendarReply(
      uid: uid, sequence: sequence, stamp: stamp, attendee: isSure ? attendee.mailbox : "",
      attendeeName: String(attendee.name.inOneLine.prefix(200)), sentBy: attendee.sentBy, says: says(attendee),
      comment: comment)
  }

  /// An answer has one attendee; if there are several, the one with an answer; of several of those, the one who wrote.
  private func answering(_ sender: String) -> (Attendee, isSure: Bool)? {
    guard ["REPLY", "COUNTER", "DELEGATE"].contains(method) else { return nil }
    let answered = attendees.filter { !["", "NEEDS-ACTION"].contains($0.participation) }
    if answered.count > 1, !sender.isEmpty {
      let own = answered.first { $0.mailbox.lowercased() == sender.lowercased() }
      return own.map { ($0, true) } ?? (answered[0], false)
    }
    return (answered.first ?? attendees.first).map { ($0, true) }
  }

  private func says(_ attendee: Attendee) -> CalendarReply.Says {
    if method == "COUNTER" { return .counter(start) }
    let delegate = attendee.delegate
    if !delegate.isEmpty || attendee.participation == "DELEGATED" || method == "DELEGATE" {
      return .delegated(to: delegate)
    }
    switch attendee.participation {
    case "ACCEPTED": return .accepted
    case "TENTATIVE": return .tentative
    case "DECLINED": return .declined
    default: return .nothing
    }
  }
}

/// Somebody in a calendar's entry, with what it says of them.
private struct Attendee {
  /// Without `mailto:`; EMAIL (RFC 7986 §6.2) if the value is not an address.
  let mailbox: String
  let name: String
  let participation: String
  let sentBy: String
  /// The address of somebody they send; empty for nobody.
  let delegate: String

  init(_ property: OpaquePointer) {
    func parameter(_ name: String) -> String { Libical.parameter(name, of: property) }
    func address(_ text: String) -> String { MailAddress.first(in: text)?.text ?? "" }
    let value = icalproperty_get_attendee(property).map { String(cString: $0) } ?? ""
    let own = MailAddress(value)?.text ?? address(parameter("EMAIL"))
    mailbox = own.isEmpty ? String(value.inOneLine.prefix(254)) : own
    name = parameter("CN")
    participation = parameter("PARTSTAT").uppercased()
    (sentBy, delegate) = (address(parameter("SENT-BY")), address(parameter("DELEGATED-TO")))
  }
}

extension CalendarMoment {
  /// Nil if it is no time (RFC 5545 §3.3.4, §3.3.5).
  fileprivate init?(_ property: OpaquePointer) {
    let text = (Libical.value(property) ?? "").tidied.uppercased()
    let digits = Array(text.utf8)
    guard let numbers = Self.numbers(in: digits), (1...12).contains(numbers[1]), (1...31).contains(numbers[2]) else {
      return nil
    }
    written = text
    zone = String(Libical.parameter("TZID", of: property).prefix(100))
    instant = text.hasSuffix("Z") ? Self.instant(numbers) : nil
  }

  /// Year, month, day, hour, minute and second of `20261210T180000Z` or `20261210`.
  private static func numbers(in text: [UInt8]) -> [Int]? {
    guard [8, 15, 16].contains(text.count), text.count == 8 || text[8] == UInt8(ascii: "T"),
      text.count < 16 || text[15] == UInt8(ascii: "Z")
    else { return nil }
    let fields = [0..<4, 4..<6, 6..<8] + (text.count == 8 ? [] : [9..<11, 11..<13, 13..<15])
    let numbers = fields.compactMap { Int(String(decoding: text[$0], as: UTF8.self)) }
    guard numbers.count == fields.count, numbers.allSatisfy({ $0 >= 0 }) else { return nil }
    return numbers + (text.count == 8 ? [0, 0, 0] : [])
  }

  private static func instant(_ numbers: [Int]) -> Date? {
    var parts = tm()
    (parts.tm_year, parts.tm_mon, parts.tm_mday) = (Int32(numbers[0] - 1900), Int32(numbers[1] - 1), Int32(numbers[2]))
    (parts.tm_hour, parts.tm_min, parts.tm_sec) = (Int32(numbers[3]), Int32(numbers[4]), Int32(numbers[5]))
    return Date(timeIntervalSince1970: Double(timegm(&parts)))
  }
}
