import Names

/// The title between the rows of a table that says something of everybody below it: their organisation, or that they
/// cancelled.
struct RowGroup {
  private var organisation = ""
  private var attendance: Attendance?

  init() {}

  /// The group that the last line above a header names.
  init(title: TableSection.Row?) {
    guard let cells = title?.cells.tidy.filter({ !$0.isEmpty }), cells.count == 1 else { return }
    attendance = CellWords.standing(cells[0])
  }

  /// Nil if the row is no title.
  mutating func title(in row: some TableRow, of layout: TableLayout) -> RejectedRow? {
    guard let (column, cell) = Self.onlyCell(of: row) else { return nil }
    if CellWords.isSection(cell) {
      self = RowGroup()
      attendance = CellWords.standing(cell)
    } else if column == 0 || column < layout.columns.count && layout.columns[column] == .name,
      isOrganisation(cell, layout)
    {
      organisation = cell
    } else {
      return nil
    }
    return RejectedRow(line: row.line, problem: Problem("import.problem.section"), cells: row.texts)
  }

  func applied(to event: ReadingEvent) -> ReadingEvent {
    guard attendance != nil || !organisation.isEmpty, case .person(var person) = event else { return event }
    if person.organisation.isEmpty { person.organisation = organisation }
    person.attendance = person.attendance ?? attendance
    return .person(person)
  }

  /// Where organisations have a column of their own, no title names one.
  private func isOrganisation(_ cell: String, _ layout: TableLayout) -> Bool {
    guard layout.header.count > 1, !layout.columns.contains(.organisation), layout.hasNames,
      NameWords.mentionsOrganisation(cell)
    else {
      return false
    }
    return !(cell.split(separator: " ").first.map { NameWords.isGivenName($0) || NameWords.isTitle($0) } ?? true)
  }

  private static func onlyCell(of row: some TableRow) -> (column: Int, text: String)? {
    guard !row.holdsAt else { return nil }
    var found: (column: Int, text: String)?
    for column in 0..<row.count {
      let text = row.text(column).tidied
      if text.isEmpty { continue }
      guard found == nil else { return nil }
      found = (column, text)
    }
    return found
  }
}
