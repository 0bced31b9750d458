import Names

/// Reads the speakers of a table's talks: several in a cell, or in several columns, with their organisations and
/// addresses in neighbouring columns: `Presenters`, `Presenters (affiliation)`, `Presenters (email)`.
struct TalkRows {
  private struct Group {
    let names: Int
    var organisations: Int?
    var addresses: Int?
  }

  private let groups: [Group]
  private let addresses: [Int]
  private let familyFirst: Set<Int>
  private let organisationColumn: Int?

  /// Nil if the table has no speakers.
  init?(_ layout: TableLayout) {
    let names = layout.columns.indices.filter { layout.columns[$0] == .speakers }
    guard !names.isEmpty else { return nil }
    let header = layout.header.map { $0.lowercased() }
    func beside(_ name: Int, _ words: [String]) -> Int? {
      guard name < header.count else { return nil }
      return header.indices.first { column in
        column != name && header[column].hasPrefix(header[name] + " ") && words.contains { header[column].contains($0) }
      }
    }
    let bases = names.filter { name in
      !names.contains {
        $0 != name && name < header.count && $0 < header.count && header[name].hasPrefix(header[$0] + " (")
      }
    }
    groups = bases.map { name in
      Group(
        names: name, organisations: beside(name, ["affiliation", "organi", "institut"]),
        addresses: beside(name, ["mail"]))
    }
    let taken = Set(groups.compactMap(\.addresses))
    addresses = layout.columns.indices.filter { layout.columns[$0] == .email && !taken.contains($0) }
    familyFirst = layout.familyFirst
    organisationColumn = layout.columns.firstIndex(of: .organisation)
  }

  /// The speakers, each once, with the facts about each of them.
  func people(in row: some TableRow) -> [ListedPerson] {
    var people: [ListedPerson] = []
    for group in groups {
      let organisations = group.organisations.map { details(row.text($0)) } ?? [:]
      let numbered = organisationColumn.map { self.numbered(row.text($0)) } ?? [:]
      let boxes = group.addresses.map { mailboxes(row.text($0)) } ?? [:]
      for name in TopicList.names(in: row.text(group.names)) {
        var person = ListedPerson(line: row.line)
        CellName(name, isFamilyFirst: familyFirst.contains(group.names)).fill(&person)
        let key = person.name.lowercased()
        if person.name.isEmpty && person.email.isEmpty || CellWords.isNobody(person.name) { continue }
        if CellWords.isBreak(person.name) { continue }
        if let last = people.indices.last, NameWords.mentionsOrganisation(name), !name.contains("@"),
          !name.contains("(")
        {
          if people[last].organisation.isEmpty { people[last].organisation = name }
          continue
        }
        if people.contains(where: { $0.name.lowercased() == key && !key.isEmpty }) { continue }
        if let organisation = organisations[key] ?? numbered[person.organisation] { person.organisation = organisation }
        if person.organisation.allSatisfy({ $0.isNumber || ", ".contains($0) }) { person.organisation = "" }
        if person.email.isEmpty, let address = boxes[key] { person.email = address }
        people.append(person)
      }
    }
    if let found = addresses(of: people.count, in: row) {
      for index in people.indices where people[index].email.isEmpty { people[index].email = found[index] }
    }
    return people
  }

  /// As many addresses as there are people: those of one column, or of all columns together. If a column repeats what
  /// another one says, the order of all together means nothing.
  private func addresses(of count: Int, in row: some TableRow) -> [String]? {
    let found = addresses.map { column in
      row.text(column).split { ",; \n".contains($0) }.compactMap { MailAddress(String($0).withoutStar)?.text }
    }
    if let one = found.first(where: { $0.count == count }) { return one }
    let all = found.flatMap(\.self)
    return all.count == count && Set(all.map { $0.lowercased() }).count == count ? all : nil
  }

  /// `Katrin Zeller (Example Lab), Omid Farahani (Example University)`.
  private func details(_ cell: String) -> [String: String] {
    var details: [String: String] = [:]
    for part in TopicList.names(in: cell) where part.hasSuffix(")") {
      guard let open = part.firstIndex(of: "(") else { continue }
      let name = PersonName.spoken(String(part[..<open])).lowercased()
      details[name] = String(part[part.index(after: open)...].dropLast()).tidied
    }
    return details
  }

  /// ConfTool numbers the organisations of a paper and puts the numbers after the authors: `1: Example Lab; 2: …`.
  private func numbered(_ cell: String) -> [String: String] {
    var numbered: [String: String] = [:]
    for part in TopicList.parts(of: cell, at: [.semicolon, .lineFeed]) {
      guard let colon = part.firstIndex(of: ":") else { continue }
      let number = String(part[..<colon]).tidied
      if !number.isEmpty, number.allSatisfy(\.isNumber) {
        numbered[number] = String(part[part.index(after: colon)...]).tidied
      }
    }
    return numbered
  }

  private func mailboxes(_ cell: String) -> [String: String] {
    var boxes: [String: String] = [:]
    for part in TopicList.parts(of: cell, at: [.comma, .semicolon, .lineFeed]) {
      let mailbox = Mailbox(cell: part)
      if let address = MailAddress.first(in: mailbox.address) {
        boxes[PersonName.spoken(mailbox.name).lowercased()] = address.text
      }
    }
    return boxes
  }
}
