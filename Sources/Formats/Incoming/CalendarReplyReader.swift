import Foundation

/// Reads the answer in a calendar: METHOD and, from its first event, the few properties that an answer has. Components
/// nested in an event (alarms), and zones, are passed over.
struct CalendarReplyReader {
  private static let mostLines = 5000
  private var path: [String] = []
  private var method = ""
  private var events = 0
  private var uid = ""
  private var sequence = 0
  private var stamp: Date?
  private var start: CalendarMoment?
  private var comment = ""
  private var attendees: [ContentLine] = []

  init(_ bytes: [UInt8]) {
    var lines = ContentLineReader(bytes)
    var count = 0
    while let unfolded = lines.next(), count < Self.mostLines {
      count += 1
      guard let line = ContentLine(Array(unfolded.bytes.prefix(20_000)), line: unfolded.line) else { continue }
      take(line)
    }
  }

  var reply: CalendarReply? {
    guard !uid.isEmpty, let attendee = answering else { return nil }
    return CalendarReply(
      uid: uid, sequence: sequence, stamp: stamp, attendee: attendee.mailbox,
      attendeeName: String((attendee.values(of: "CN").first ?? "").inOneLine.prefix(200)),
      sentBy: attendee.address(of: "SENT-BY"), says: says(attendee), comment: comment)
  }

  /// An answer has one attendee; if there are several, the one with an answer.
  private var answering: ContentLine? {
    guard ["REPLY", "COUNTER", "DELEGATE"].contains(method) else { return nil }
    return attendees.first { !["", "NEEDS-ACTION"].contains($0.participation) } ?? attendees.first
  }

  private func says(_ attendee: ContentLine) -> CalendarReply.Says {
    if method == "COUNTER" { return .counter(start) }
    let delegate = attendee.address(of: "DELEGATED-TO")
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

  private mutating func take(_ line: ContentLine) {
    switch line.name {
    case "BEGIN":
      if path.count < 20 { path.append(line.text.uppercased()) }
      if path.last == "VEVENT" { events += 1 }
    case "END":
      if let index = path.lastIndex(of: line.text.uppercased()) { path.removeSubrange(index...) }
    case "METHOD":
      if path.last == "VCALENDAR" || path.isEmpty { method = line.text.uppercased().tidied }
    default:
      if path.last == "VEVENT", events == 1 { takeProperty(line) }
    }
  }

  private mutating func takeProperty(_ line: ContentLine) {
    switch line.name {
    case "UID": if uid.isEmpty { uid = String(line.text.tidied.prefix(255)) }
    case "SEQUENCE": sequence = max(0, Int(line.text.tidied).map { min($0, 1_000_000_000) } ?? 0)
    case "DTSTAMP": stamp = CalendarMoment(line)?.instant
    case "DTSTART": start = CalendarMoment(line)
    case "COMMENT": if comment.isEmpty { comment = String(line.text.inOneLine.prefix(500)) }
    case "ATTENDEE": if attendees.count < 200 { attendees.append(line) }
    default: break
    }
  }
}

extension ContentLine {
  fileprivate var participation: String { (values(of: "PARTSTAT").first ?? "").uppercased() }

  /// Without `mailto:`; EMAIL (RFC 7986 §6.2) if the value is not an address.
  fileprivate var mailbox: String {
    MailAddress(text)?.text ?? values(of: "EMAIL").lazy.compactMap { MailAddress($0)?.text }.first
      ?? String(text.inOneLine.prefix(254))
  }

  fileprivate func address(of parameter: String) -> String {
    values(of: parameter).lazy.compactMap { MailAddress($0)?.text }.first ?? ""
  }
}

extension CalendarMoment {
  /// Nil if it is no time (RFC 5545 §3.3.4, §3.3.5).
  fileprivate init?(_ line: ContentLine) {
    let text = line.text.tidied.uppercased()
    let digits = Array(text.utf8)
    guard let numbers = Self.numbers(in: digits), (1...12).contains(numbers[1]), (1...31).contains(numbers[2]) else {
      return nil
    }
    written = text
    zone = String((line.values(of: "TZID").first ?? "").prefix(100))
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
