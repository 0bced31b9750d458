import Names

/// Reads the people of a calendar: attendees and organisers of its events (RFC 5545 §3.8.4). An event's title says
/// nothing about its guests' interests, so it becomes no topic. Rooms and equipment are not people and are passed over
/// silently.
struct AttendeeReader {
  private var lines: ContentLineReader
  private let size: Int
  /// The components around the line.
  private var path: [String] = []
  private var count = 0
  /// The event being read, with its people.
  private var talk = CalendarTalk()
  private var guests: [(event: ReadingEvent, isPublished: Bool)] = []
  /// Events without people of their own.
  private var talks: [CalendarTalk] = []

  init(_ bytes: [UInt8]) {
    lines = ContentLineReader(bytes)
    size = max(bytes.count, 1)
  }

  mutating func read(limits: ReadingLimits, into sink: ReadingSink) throws {
    while let unfolded = lines.next() {
      guard let line = ContentLine(unfolded.bytes, line: unfolded.line) else {
        let text = String(decoding: unfolded.bytes.prefix(1000), as: UTF8.self)
        let problem = Problem("import.problem.notAProperty")
        try sink(.rejected(RejectedRow(line: unfolded.line, problem: problem, cells: [text])))
        continue
      }
      try take(line, limits: limits, into: sink)
    }
    try endEvent(into: sink)
    let speakers = CalendarTalk.people(of: talks)
    for person in speakers { try sink(.person(person)) }
    if count == 0, speakers.isEmpty { throw Problem("import.problem.noAttendees") }
  }

  private mutating func take(_ line: ContentLine, limits: ReadingLimits, into sink: ReadingSink) throws {
    switch line.name {
    case "BEGIN":
      if path.count < limits.depth { path.append(line.text.uppercased()) }
    case "END":
      if path.last == "VEVENT" { try endEvent(into: sink) }
      if let index = path.lastIndex(of: line.text.uppercased()) { path.removeSubrange(index...) }
    case "SUMMARY" where path.last == "VEVENT": (talk.title, talk.line) = (line.text, line.line)
    case "DESCRIPTION" where path.last == "VEVENT": talk.description = line.multilineText
    case "ATTENDEE", "ORGANIZER":
      guard path.last == "VEVENT", line.isPerson else { return }
      count += 1
      guard count <= limits.rows else { throw Problem("import.problem.tooManyRows", ["limit": String(limits.rows)]) }
      if count.isMultiple(of: 1000) { try sink(.progress(Double(lines.position) / Double(size))) }
      guests.append((line.attendee, line.text.lowercased().hasPrefix("invalid:")))
    default: return
    }
  }

  /// People without an address in a published programme (`invalid:nomail`) speak there, so its title is their topic.
  private mutating func endEvent(into sink: ReadingSink) throws {
    if guests.isEmpty {
      if !talk.title.isEmpty || !talk.description.isEmpty, talks.count < 100_000 { talks.append(talk) }
    }
    for guest in guests {
      guard case .person(var person) = guest.event, guest.isPublished, !talk.title.isEmpty else {
        try sink(guest.event)
        continue
      }
      (person.talks, person.topics) = ([talk.title], [talk.title])
      try sink(.person(person))
    }
    (guests, talk) = ([], CalendarTalk())
  }
}

extension ContentLine {
  /// RFC 5545 §3.2.3.
  fileprivate var isPerson: Bool {
    let type = values(of: "CUTYPE").first?.uppercased() ?? "INDIVIDUAL"
    return !["ROOM", "RESOURCE", "GROUP"].contains(type)
  }

  /// RFC 5545 §3.2.12.
  private var attendance: Attendance? { values(of: "PARTSTAT").first?.uppercased() == "DECLINED" ? .declined : nil }

  /// CN and the address; EMAIL (RFC 7986 §6.2) where the value is no `mailto:`.
  fileprivate var attendee: ReadingEvent {
    let written = text
    let isMail = written.lowercased().hasPrefix("mailto:") || (written.contains("@") && !written.contains(":"))
    let address = isMail ? MailAddress(written) : values(of: "EMAIL").lazy.compactMap { MailAddress($0) }.first
    var name = PersonName.spoken(values(of: "CN").first ?? "")
    if name.contains("@") { name = "" }
    let wrong =
      isMail && address == nil ? Problem("import.problem.badAddress", ["value": String(written.prefix(100))]) : nil
    if let wrong, name.isEmpty { return .rejected(RejectedRow(line: line, problem: wrong, cells: [name, written])) }
    guard !name.isEmpty || address != nil else {
      return .rejected(RejectedRow(line: line, problem: Problem("import.problem.nobody"), cells: [written]))
    }
    var person = ListedPerson(name: name, email: address?.text ?? "", line: line)
    if let wrong { person.remarks = [wrong] }
    person.attendance = attendance
    return .person(person)
  }
}
