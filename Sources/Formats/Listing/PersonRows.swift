import Names

/// Turns the rows of a table into people. In a table of talks, each appearance of a speaker is a separate person with
/// that talk as topic; merging decides later who is the same.
struct PersonRows {
  let layout: TableLayout
  private let columns: RoleColumns
  private let attendanceHeadings: [AttendanceHeading]
  private let standings = CellMemory<Attendance?>()
  private let parts = CellMemory<Bool>()
  /// Columns that make up a family name together.
  private let familyParts: [Int]
  private let topicLists: [CellMemory<[String]>]
  private let talks: TalkRows?
  /// The number of cells in a row, without empty ones at the end.
  private let width: Int

  init(_ layout: TableLayout) {
    self.layout = layout
    let headings = layout.header.map(Heading.init)
    func isPersonal(_ column: Int) -> Bool { column < headings.count && headings[column].isPersonal }
    var columns = RoleColumns(layout.columns)
    columns.prefer(isPersonal)
    columns.prefer { $0 < layout.header.count && layout.columns[$0] == .role && Heading.asksForJob(layout.header[$0]) }
    familyParts = FamilyParts.columns(of: layout)
    self.columns = columns
    attendanceHeadings = layout.header.map(AttendanceHeading.init)
    topicLists = layout.columns.map { _ in CellMemory() }
    talks = TalkRows(layout)
    asksForJob = (columns[.role] ?? []).contains { layout.asksForJob($0) }
    width = layout.header.count
  }

  /// A blank row yields nothing; any other yields at least one person, or is rejected.
  func events(of row: some TableRow) -> [ReadingEvent] {
    if row.count > width, width > 0 || row.count < width, let fitted = RowFit(layout).fitted(row) {
      return fitted.isEmpty ? [misfit(row)] : understood(SheetRow(line: row.line, cells: fitted))
    }
    return understood(row)
  }

  /// True if the row is a header other than the section's own.
  func isOtherHeader(_ row: some TableRow) -> Bool {
    guard row.count > 1, Heading(row.text(0)).certainty > .none || row.text(0).isEmpty else { return false }
    let cells = row.texts
    return cells.tidy != layout.header && HeaderRow.begins(cells)
  }

  private func understood(_ row: some TableRow) -> [ReadingEvent] {
    do throws(Problem) {
      let people = try people(in: row)
      if people.isEmpty, row.texts.allSatisfy({ $0.tidied.isEmpty }) { return [] }
      if people.allSatisfy(\.email.isEmpty), let problem = NoPerson.problem(of: row, in: layout) { throw problem }
      guard !people.isEmpty else { throw Problem("import.problem.nobody") }
      return people.map(ReadingEvent.person)
    } catch {
      return [.rejected(RejectedRow(line: row.line, problem: error, cells: row.texts))]
    }
  }

  private func misfit(_ row: some TableRow) -> ReadingEvent {
    let problem = Problem("import.problem.misfit", ["cells": String(row.count), "columns": String(width)])
    return .rejected(RejectedRow(line: row.line, problem: problem, cells: row.texts))
  }

  private func people(in row: some TableRow) throws(Problem) -> [ListedPerson] {
    if let talks {
      let people = talks.people(in: row)
      if people.count > 1 || people.count == 1 && !people[0].email.isEmpty {
        try checkTopics(of: row, for: people.count)
        return people.map { described($0, row, isAlone: people.count == 1) }
      }
      let person = try person(speaker: people.first, in: row)
      return person.name.isEmpty && person.email.isEmpty ? [] : [person]
    }
    let person = try person(speaker: nil, in: row)
    return person.name.isEmpty && person.email.isEmpty ? [] : [person]
  }

  private func checkTopics(of row: some TableRow, for people: Int) throws(Problem) {
    let bytes = talksAndTopics(in: row, titlesFirst: true).topics.reduce(0) { $0 + $1.utf8.count }
    guard bytes <= ReadingLimits.standard.sharedTopicBytes / people else { throw Problem("import.problem.cellTooLong") }
  }

  /// The person with the row's facts about the talk; facts about a person count only if there is just one.
  private func described(_ speaker: ListedPerson, _ row: some TableRow, isAlone: Bool) -> ListedPerson {
    var person = speaker
    (person.talks, person.topics) = talksAndTopics(in: row, titlesFirst: true)
    person.attendance = attendance(in: row)
    guard isAlone else { return person }
    if person.organisation.isEmpty { person.organisation = first(.organisation, in: row) }
    person.role = first(.role, in: row)
    person.country = first(.country, in: row)
    person.links = links(in: row)
    return person
  }

  private func person(speaker: ListedPerson?, in row: some TableRow) throws(Problem) -> ListedPerson {
    var person = ListedPerson(
      organisation: first(.organisation, in: row), role: first(.role, in: row), country: first(.country, in: row),
      line: row.line)
    (person.talks, person.topics) = talksAndTopics(in: row, titlesFirst: speaker != nil)
    person.attendance = attendance(in: row)
    person.links = links(in: row)
    if let speaker {
      person.name = speaker.name
      if person.organisation.isEmpty { person.organisation = speaker.organisation }
    } else {
      takeName(of: row, into: &person)
    }
    try takeAddress(of: row, into: &person)
    takeManner(of: row, into: &person)
    if !asksForJob, !person.role.isEmpty, person.role == first(.role, in: row),
      parts.meaning(of: person.role, CellWords.isPartInEvent)
    {
      person.role = ""
    }
    takePair(into: &person)
    Employment.settle(&person, isTold: !layout.header.isEmpty, hasRoles: columns[.role] != nil)
    if !person.name.contains(where: { $0.isLetter || $0.isNumber }) || isNobody(person.name) || isMoment(person.name) {
      person.name = ""
    }
    return person
  }

  /// Job and organisation in one cell, in the order of the whole column.
  private func takePair(into person: inout ListedPerson) {
    guard let order = layout.pairOrder, person.role.isEmpty != person.organisation.isEmpty,
      let pair = PartPairs.pair(person.role + person.organisation)
    else { return }
    order.place(pair.0, pair.1, in: &person)
  }

  private let asksForJob: Bool

  /// A title column may contain Frau too: `Frau Dr.`
  private func takeManner(of row: some TableRow, into person: inout ListedPerson) {
    guard columns[.honorific] != nil || columns[.title] != nil || columns[.language] != nil else { return }
    let cells = ((columns[.honorific] ?? []) + (columns[.title] ?? [])).map { row.text($0).tidied }
    person.honorific = cells.lazy.map(MannerWords.honorific).first { !$0.isEmpty } ?? ""
    person.language = MannerWords.language(first(.language, in: row))
  }

  /// Given and family name if the row has both; otherwise the whole name. A whole name with the same words plus titles
  /// says more.
  private func takeName(of row: some TableRow, into person: inout ListedPerson) {
    // Outlook's German export puts the title under "Anrede".
    let title = columns[.title] == nil ? first(.honorific, in: row) : first(.title, in: row)
    let given = first(.firstName, in: row)
    let family =
      familyParts.isEmpty
      ? first(.lastName, in: row)
      : familyParts.map { row.text($0).tidied }.filter { !$0.isEmpty }.joined(separator: " ")
    let column = columns[.name]?.first { column in
      let text = row.text(column).tidied
      return !text.isEmpty && !isNobody(text)
    }
    let whole = column.map { row.text($0).tidied } ?? ""
    guard !whole.isEmpty, given.isEmpty || family.isEmpty else {
      let parts = PersonName.joined(title: title, first: given, last: family)
      if whole.isEmpty {
        person.name = PersonName.isPlain(parts) ? parts : joined(parts, family)
        return
      }
      let understood = PersonName(whole)
      let isSame = Set(understood.bare.split(separator: " ")) == Set("\(given) \(family)".split(separator: " "))
      let isFuller = isSame && (!understood.titles.isEmpty || !understood.degrees.isEmpty)
      person.name = isFuller ? PersonName.joined(title: title, first: "", last: understood.spoken) : parts
      return
    }
    if let lines = column.flatMap({ CellLines(row.text($0)) }) {
      lines.fill(&person, layout.cardOrder)
    } else {
      let isFamilyFirst = column.map(layout.familyFirst.contains) ?? false
      let spoken = column.map(layout.isTurned) ?? false ? FamilyParts.turned(whole) : whole
      CellName(spoken, isFamilyFirst: isFamilyFirst).fill(&person)
    }
    if person.name.isEmpty {
      person.name = PersonName.joined(title: title, first: given, last: family)
      return
    }
    person.name = PersonName.joined(title: title, first: "", last: person.name)
  }

  /// A degree may follow the family name's comma: `van der Velde, PhD`.
  private func joined(_ parts: String, _ family: String) -> String {
    let name = PersonName(parts)
    return family.contains(",") && name.isTurned ? parts : name.isTurned ? parts : name.spoken
  }

  /// The time of printing that browsers put above a page.
  private func isMoment(_ name: String) -> Bool {
    name.utf8.first?.isASCIIDigit == true && !name.contains(where: \.isLetter) && CellWords.isDate(name)
  }

  private func isNobody(_ name: String) -> Bool { name.utf8.count < 60 && CellWords.isNobody(name) }

  /// The first valid address of the row. An invalid one is left out and reported; so is a second one.
  private func takeAddress(of row: some TableRow, into person: inout ListedPerson) throws(Problem) {
    var wrong: String?
    var further: [String] = []
    for column in columns[.email] ?? [] {
      let cell = row.text(column).tidied
      guard !cell.isEmpty else { continue }
      var found = MailAddress(cell).map { [$0.text] } ?? []
      if found.isEmpty {
        let shown = HiddenAddresses.shown(in: cell)
        let mailbox = Mailbox(cell: shown)
        found = MailAddress.all(in: shown)
        if person.name.isEmpty, !found.isEmpty, isName(mailbox.name) { CellName(mailbox.name).fill(&person) }
        if found.isEmpty, wrong == nil, !isBlank(cell) { wrong = cell }
      }
      further += found
    }
    if person.email.isEmpty, let address = further.first { person.email = address }
    for address in further where address.lowercased() != person.email.lowercased() {
      person.remarks.append(Problem("import.remark.secondAddress", ["value": address]))
      break
    }
    guard person.email.isEmpty, let wrong else { return }
    let problem = Problem("import.problem.badAddress", ["value": String(wrong.prefix(100))])
    if person.name.isEmpty, wrong.contains("@") || wrong.contains("(at)") || !isNobody(wrong) && !wrong.contains(" ") {
      throw problem
    }
    person.remarks.append(problem)
  }

  private func isName(_ text: String) -> Bool { !text.contains("@") && HeaderWords.role(of: text) == nil }

  /// True for a placeholder instead of an address: a dash, `keine`, or the heading or link text repeated.
  private func isBlank(_ cell: String) -> Bool {
    if cell.count < 4, !cell.contains(where: \.isLetter) { return true }
    return ["x", "no", "nein"].contains(cell.lowercased()) || CellWords.isNobody(cell)
      || HeaderWords.role(of: cell) == .email || cell.lowercased() == "mailto"
  }

  private func attendance(in row: some TableRow) -> Attendance? {
    guard let columns = columns[.status] else { return nil }
    let found = columns.compactMap { column -> Attendance? in
      let cell = row.text(column).tidied
      if cell.isEmpty { return nil }
      if let known = standings.meaning(of: cell, CellWords.standing) { return known }
      return column < attendanceHeadings.count ? attendanceHeadings[column].attendance(cell) : nil
    }
    return Attendance.allCases.first(where: found.contains)
  }

  private func talksAndTopics(in row: some TableRow, titlesFirst: Bool) -> (talks: [String], topics: [String]) {
    guard columns[.topics] != nil || columns[.talkTitle] != nil || !layout.topicMarks.isEmpty else { return ([], []) }
    let talks = (columns[.talkTitle] ?? []).flatMap {
      TopicList.topics(in: row.text($0), at: layout.separators[$0] ?? .nothing)
    }
    let topics = (columns[.topics] ?? []).flatMap { self.topics(in: $0, of: row) } + markedTopics(in: row)
    let all = titlesFirst ? talks + topics : topics + talks
    guard all.count > 1 else { return (talks, all) }
    var seen: Set<String> = []
    return (talks, all.filter { seen.insert($0.lowercased()).inserted })
  }

  private func markedTopics(in row: some TableRow) -> [String] {
    guard !layout.topicMarks.isEmpty else { return [] }
    return layout.topicMarks.sorted { $0.key < $1.key }.filter { TopicMarks.isSet(row.text($0.key), topic: $0.value) }
      .map(\.value)
  }

  /// Cells beyond the last column of topics are topics too: people who write such lists by hand separate topics like
  /// cells.
  private func topics(in column: Int, of row: some TableRow) -> [String] {
    let separator = layout.separators[column] ?? .comma
    var topics =
      column < topicLists.count
      ? topicLists[column].meaning(of: row.text(column)) { TopicList.topics(in: $0, at: separator) }
      : TopicList.topics(in: row.text(column), at: separator)
    if column == layout.columns.count - 1 || column == layout.header.count - 1, row.count > column + 1 {
      topics += (column + 1..<row.count).map { row.text($0).tidied }
    }
    return topics.filter { !$0.isEmpty }
  }

  private func links(in row: some TableRow) -> [String] {
    (columns[.link] ?? []).flatMap { row.text($0).tidied.split(separator: " ").map(String.init) }
  }

  private func first(_ role: ColumnRole, in row: some TableRow) -> String {
    for column in columns[role] ?? [] {
      let text = row.text(column).tidied
      if !text.isEmpty, text.utf8.count > 3 || !ColumnContent.blanks.contains(text) { return text }
    }
    return ""
  }
}
