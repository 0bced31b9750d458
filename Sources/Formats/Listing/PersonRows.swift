/// Turns the rows of a table into people. In a table of talks each appearance of a speaker is a person of its own with
/// that talk as topic; who is the same is decided where people are merged.
struct PersonRows {
  private let layout: TableLayout
  private let columns: [ColumnRole: [Int]]

  init(_ layout: TableLayout) {
    self.layout = layout
    columns = Dictionary(grouping: layout.columns.indices) { layout.columns[$0] }
  }

  /// A blank row is nothing; any other is one person at least, or rejected.
  func events(of row: some TableRow) -> [ReadingEvent] {
    if let header = layout.headerLine, row.line <= header { return [] }
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

  private func people(in row: some TableRow) throws(Problem) -> [ListedPerson] {
    let speakers = (columns[.speakers] ?? []).flatMap { TopicList.names(in: row.text($0)) }
    guard speakers.count > 1 else {
      let person = try person(named: speakers.first ?? "", in: row)
      return person.name.isEmpty && person.email.isEmpty ? [] : [person]
    }
    let addresses = all(.email, in: row).flatMap { $0.split { ",; \n".contains($0) } }.compactMap { MailAddress($0) }
    let shared = ListedPerson(topics: topics(in: row), line: row.line)
    return speakers.enumerated().map { index, speaker in
      var person = shared
      take(speaker, into: &person)
      if person.email.isEmpty, addresses.count == speakers.count { person.email = addresses[index].text }
      return person
    }
  }

  private func person(named speaker: String, in row: some TableRow) throws(Problem) -> ListedPerson {
    var person = ListedPerson(
      organisation: first(.organisation, in: row), role: first(.role, in: row), country: first(.country, in: row),
      topics: topics(in: row), line: row.line)
    take(speaker.isEmpty ? first(.name, in: row) : speaker, into: &person)
    if person.name.isEmpty {
      person.name = PersonName.joined(
        title: first(.title, in: row), first: first(.firstName, in: row), last: first(.lastName, in: row))
    } else {
      person.name = PersonName.joined(title: first(.title, in: row), first: "", last: person.name)
    }
    try takeAddress(of: row, into: &person)
    if !person.name.contains(where: { $0.isLetter || $0.isNumber }) { person.name = "" }
    return person
  }

  /// `Anna Adler`, `Anna Adler <anna@example.org>`, `Anna Adler (Beispiel GmbH)`.
  private func take(_ written: String, into person: inout ListedPerson) {
    guard written.contains("@") || written.contains("(") else {
      person.name = PersonName.spoken(written)
      return
    }
    let mailbox = Mailbox(cell: written)
    if let address = MailAddress.first(in: mailbox.address) {
      person.name = mailbox.name
      person.email = address.text
    } else if !columns[.speakers, default: []].isEmpty, written.hasSuffix(")"), let open = written.firstIndex(of: "(") {
      person.name = PersonName.spoken(String(written[..<open]))
      person.organisation = String(written[written.index(after: open)...].dropLast()).tidied
    } else {
      person.name = PersonName.spoken(written)
    }
  }

  /// The first valid address of the row. One that is there but wrong makes the row one for a person to look at.
  private func takeAddress(of row: some TableRow, into person: inout ListedPerson) throws(Problem) {
    let cells = all(.email, in: row).filter { !Self.placeholders.contains($0.lowercased()) }
    for cell in cells {
      let mailbox = Mailbox(cell: cell)
      guard let address = MailAddress.first(in: mailbox.address) ?? MailAddress.first(in: cell) else { continue }
      person.email = address.text
      if person.name.isEmpty, !mailbox.name.contains("@") { person.name = mailbox.name }
      return
    }
    guard person.email.isEmpty, let wrong = cells.first else { return }
    throw Problem("import.problem.badAddress", ["value": String(wrong.prefix(100))])
  }

  private static let placeholders: Set<String> = [
    "-", "--", "---", "–", "—", "?", "/", ".", "x", "n/a", "na", "n.a.", "k.a.", "k. a.", "ka", "keine", "kein", "none",
    "null",
    "nil", "unbekannt", "unknown", "fehlt", "#n/a", "#nv", "nan",
  ]

  private func topics(in row: some TableRow) -> [String] {
    var topics: [String] = []
    for column in columns[.topics] ?? [] {
      topics += TopicList.topics(in: row.text(column))
      if column == layout.columns.count - 1 || column == layout.header.count - 1 {
        topics += (column + 1..<max(column + 1, row.count)).map { row.text($0).tidied }
      }
    }
    topics += all(.talkTitle, in: row)
    guard topics.count > 1 else { return topics.filter { !$0.isEmpty } }
    var seen: Set<String> = []
    return topics.filter { !$0.isEmpty && seen.insert($0.lowercased()).inserted }
  }

  private func first(_ role: ColumnRole, in row: some TableRow) -> String {
    for column in columns[role] ?? [] {
      let text = row.text(column).tidied
      if !text.isEmpty { return text }
    }
    return ""
  }

  private func all(_ role: ColumnRole, in row: some TableRow) -> [String] {
    (columns[role] ?? []).map { row.text($0).tidied }.filter { !$0.isEmpty }
  }
}
