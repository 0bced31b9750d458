import Foundation

/// An event as it goes to one calendar: RFC 5545, sent by the rules of RFC 5546. It names the organiser and at most one
/// attendee, so that nobody sees anybody else's address.
package struct CalendarEntry: Sendable, Equatable {
  package enum Method: String, Sendable, CaseIterable {
    /// An invitation, or a change to one: same `uid`, higher `sequence`.
    case request = "REQUEST"
    case cancel = "CANCEL"
    /// For a file to download: it asks for no answer and names no attendee.
    case publish = "PUBLISH"
  }

  /// Tells whether the event will take place. A `cancel` always says CANCELLED; in a feed, which is not a message, an
  /// event says so itself.
  package enum Status: Sendable, CaseIterable {
    case confirmed, tentative, cancelled
  }

  package var method: Method
  /// Lasts for life: changes and the cancellation carry the same one.
  package var uid: String
  /// Grows with each change and with the cancellation.
  package var sequence: Int
  /// The time at which this version was written.
  package var stamp: Date
  /// The time at which the event was first entered; `stamp` if nil.
  package var created: Date?
  package var start: Date
  package var minutes: Int
  /// The zone in which the host chose the time.
  package var zone: CalendarZone
  package var summary: String
  package var description: String
  /// The place; for an online event, the attendee's own link.
  package var location: String
  /// An `http` or `https` address, or empty.
  package var url: String
  package var organiser: Correspondent
  package var attendee: Correspondent?
  /// True if the attendee has already said yes, so that their program need not ask again.
  package var attendeeHasAccepted: Bool
  package var status: Status
  /// Minutes before the start at which to remind; nil for no reminder.
  package var alarmMinutes: Int?
  /// The language of the texts, such as `de`; empty if unknown.
  package var language: String

  package init(
    method: Method, uid: String, sequence: Int = 0, stamp: Date, created: Date? = nil, start: Date, minutes: Int,
    zone: CalendarZone, summary: String, description: String = "", location: String = "", url: String = "",
    organiser: Correspondent, attendee: Correspondent? = nil, attendeeHasAccepted: Bool = false,
    status: Status = .confirmed,
    alarmMinutes: Int? = nil, language: String = ""
  ) {
    self.method = method
    self.uid = uid
    self.sequence = sequence
    self.stamp = stamp
    self.created = created
    self.start = start
    self.minutes = minutes
    self.zone = zone
    self.summary = summary
    self.description = description
    self.location = location
    self.url = url
    self.organiser = organiser
    self.attendee = attendee
    self.attendeeHasAccepted = attendeeHasAccepted
    self.status = status
    self.alarmMinutes = alarmMinutes
    self.language = language
  }

  /// The entry as a calendar file: CRLF, lines folded at 75 octets, one VTIMEZONE unless the zone is UTC.
  /// - Throws: `calendar.problem.…` for a zone name, an address or a link that can't be written, a request without an
  ///   attendee, no uid, or a length that is not positive.
  package func text() throws(Problem) -> String {
    try check()
    return CalendarEntryWriter(entry: self).text()
  }

  func check() throws(Problem) {
    guard zone.hasUsableName else { throw Problem("calendar.problem.unknownZone", ["value": zone.identifier]) }
    guard !uid.inOneLine.isEmpty else { throw Problem("calendar.problem.noUID") }
    guard minutes > 0, minutes <= 60 * 24 * 31 else {
      throw Problem("calendar.problem.badLength", ["value": String(minutes)])
    }
    guard method != .request || attendee != nil else { throw Problem("calendar.problem.noAttendee") }
    for mailbox in [organiser] + (attendee.map { [$0] } ?? []) where !mailbox.hasUsableAddress {
      throw Problem("calendar.problem.badAddress", ["value": mailbox.address])
    }
    guard url.isEmpty || hasUsableLink else { throw Problem("calendar.problem.badLink", ["value": url]) }
  }

  private var hasUsableLink: Bool {
    (url.hasPrefix("https://") || url.hasPrefix("http://"))
      && url.utf8.allSatisfy { (0x21...0x7E).contains($0) && !#""<>\^`{|}"#.utf8.contains($0) }
  }
}
