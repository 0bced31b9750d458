import Names

/// Turns the rows of a table into people. In a table of talks, each appearance of a speaker is a separate person with
/// that talk as topic; merging decides later who is the same.
struct PersonRows {
  let layout: TableLayout
  private let columns: [ColumnRole: [Int]]
  private let talks: TalkRows?
  /// The number of cells in a row, without empty ones at the end.
  private let width: Int

  init(_ layout: TableLayout) {
    self.layout = layout
    let headings = layout.header.map(Heading.init)
    func isPersonal(_ column: Int) -> Bool { column < headings.count && headings[column].isPersonal }
    columns = Dictionary(grouping: layout.columns.indices) { layout.columns[$0] }
      .mapValues { $0.filter(isPersonal) + $0.filter { !isPersonal($0) } }
    talks = TalkRows(layout)
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
    if CellWords.isPartInEvent(person.role), !asksForJob { person.role = "" }
    Employment.settle(&person, isTold: !layout.header.isEmpty, hasRoles: columns[.role] != nil)
    if !person.name.contains(where: { $0.isLetter || $0.isNumber }) || isNobody(person.name) { person.name = "" }
    return person
  }

  private var asksForJob: Bool {
    (columns[.role] ?? []).contains { $0 < layout.header.count && Heading.asksForJob(layout.header[$0]) }
  }

  /// A title column may contain Frau too: `Frau Dr.`
  private func takeManner(of row: some TableRow, into person: inout ListedPerson) {
    let cells = ((columns[.honorific] ?? []) + (columns[.title] ?? [])).map { row.text($0).tidied }
    person.honorific = cells.lazy.map(MannerWords.honorific).first { !$0.isEmpty } ?? ""
    person.language = MannerWords.language(first(.language, in: row))
  }

  /// Given and family name if the row has both; otherwise the whole name. A whole name with the same words plus titles
  /// says more.
  private func takeName(of row: some TableRow, into person: inout ListedPerson) {
    // Outlook's German export puts the title under "Anrede".
    let title = columns[.title] == nil ? first(.honorific, in: row) : first(.title, in: row)
    let (given, family) = (first(.firstName, in: row), first(.lastName, in: row))
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
      lines.fill(&person)
    } else {
      CellName(whole, isFamilyFirst: column.map(layout.familyFirst.contains) ?? false).fill(&person)
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
        let mailbox = Mailbox(cell: cell)
        found = MailAddress.all(in: cell)
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
      if let known = CellWords.standing(cell) { return known }
      return column < layout.header.count ? AttendanceHeading(layout.header[column]).attendance(cell) : nil
    }
    return Attendance.allCases.first(where: found.contains)
  }

  private func talksAndTopics(in row: some TableRow, titlesFirst: Bool) -> (talks: [String], topics: [String]) {
    guard columns[.topics] != nil || columns[.talkTitle] != nil else { return ([], []) }
    let talks = (columns[.talkTitle] ?? []).flatMap {
      TopicList.topics(in: row.text($0), at: layout.separators[$0] ?? .nothing)
    }
    let topics = (columns[.topics] ?? []).flatMap { self.topics(in: $0, of: row) }
    let all = titlesFirst ? talks + topics : topics + talks
    guard all.count > 1 else { return (talks, all) }
    var seen: Set<String> = []
    return (talks, all.filter { seen.insert($0.lowercased()).inserted })
  }

  /// Cells beyond the last column of topics are topics too: people who write such lists by hand separate topics like
  /// cells.
  private func topics(in column: Int, of row: some TableRow) -> [String] {
    var topics = TopicList.topics(in: row.text(column), at: layout.separators[column] ?? .comma)
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
      if !text.isEmpty, !ColumnContent.blanks.contains(text) { return text }
    }
    return ""
  }
}
