import Names

/// The layout found in a table, which a preview shows so that people can correct it.
package struct TableLayout: Sendable, Equatable {
  /// The names of the columns, unchanged; empty without a header.
  package var header: [String] = []
  /// The line of the header, counted from 1.
  package var headerLine: Int?
  /// The role of each column; as wide as the widest row seen.
  package var columns: [ColumnRole] = []
  /// Title lines above the header, which are not people.
  package var preamble: [[String]] = []
  /// The first rows below the header, at most five.
  package var sample: [[String]] = []
  /// For a table of text: the delimiter between the cells.
  package var delimiter: String?
  /// True if somebody has corrected this header before.
  package internal(set) var isKnown = false
  /// The whole table, of which this is the first section with people.
  package internal(set) var outline = TableOutline()
  /// The separator between the topics of a column, the same in all of its cells.
  var separators: [Int: TopicSeparator] = [:]
  /// The columns of names in which a comma always follows the family name.
  var familyFirst: Set<Int> = []
  /// The columns whose heading puts the family name first, and whose cells do not contradict it.
  var turned: Set<Int> = []
  /// The order of job and organisation below the names of cells with several lines.
  var cardOrder: PartOrder?
  /// The same in cells that say both with a comma between them.
  var pairOrder: PartOrder?
  /// The columns of jobs in which few cells say no more than a part in the event.
  var jobs: Set<Int> = []
  /// The topics that columns of marks, numbers or yes and no stand for: `topic: Archives`.
  var topicMarks: [Int: String] = [:]

  package var hasHeader: Bool { headerLine != nil }

  package init() {}
}

extension TableLayout {
  /// The number of rows looked at before reading starts.
  static let sampleSize = 200

  /// A host's statement about columns, of this list or of another with the same header, overrides the guess.
  init(_ section: TableSection, _ advice: ListAdvice) {
    let known = advice.header(section.header)
    let told = advice.columns ?? known?.columns
    let body = section.rows.map(\.cells)
    header = section.header?.cells.tidy ?? []
    headerLine = section.header?.line
    isKnown = known != nil
    preamble = section.preamble.map(\.cells)
    let width = max(header.count, body.map(\.count).max() ?? 0, told?.count ?? 0)
    let guess = told ?? ColumnGuess.roles(header: header, rows: header.isEmpty ? Self.wide(body) : body, width: width)
    columns = (0..<width).map { $0 < guess.count ? guess[$0] : .ignore }
    sample = Array(body.prefix(5))
    for column in columns.indices {
      let cells = body.lazy.compactMap { column < $0.count && !$0[column].isEmpty ? $0[column] : nil }
      if columns[column] == .topics || columns[column] == .talkTitle {
        separators[column] = TopicSeparator.common(to: cells, isTitle: columns[column] == .talkTitle)
      }
      if columns[column] == .name || columns[column] == .speakers, NameColumn.isFamilyFirst(Array(cells)) {
        familyFirst.insert(column)
      }
    }
    turned = Set(
      columns.indices.filter { column in
        columns[column] == .name && column < header.count && FamilyParts.areTurned(header[column])
          && FamilyParts.mayBeTurned(body.compactMap { column < $0.count ? $0[column].tidied : nil })
      })
    settleJobs(body)
    topicMarks = TopicMarks.found(in: header, body)
    for column in topicMarks.keys { columns[column] = .ignore }
  }

  private mutating func settleJobs(_ body: [[String]]) {
    func cells(_ role: ColumnRole) -> [String] {
      columns.indices.filter { columns[$0] == role }.flatMap { column in
        body.compactMap { column < $0.count ? $0[column] : nil }.filter { !$0.tidied.isEmpty }
      }
    }
    let cards = cells(.name).compactMap { CellLines($0)?.parts }
    if !cards.isEmpty {
      let isUnclear = cards.allSatisfy { PartOrder.lean($0.0) == 0 && PartOrder.lean($0.1) == 0 }
      cardOrder = PartOrder.common(to: cards) ?? (isUnclear ? .jobFirst : nil)
    }
    let (jobs, places) = (cells(.role), cells(.organisation))
    if header.isEmpty, jobs.isEmpty != places.isEmpty { pairOrder = PartPairs.order(of: jobs + places) }
    for column in columns.indices where columns[column] == .role {
      let content = ColumnContent(body.map { column < $0.count ? $0[column] : "" })
      let parts = content.cells.count(where: CellWords.isPartInEvent)
      let others = Set(content.cells.filter { !CellWords.isPartInEvent($0) })
      if others.count > 1, others.count > parts { self.jobs.insert(column) }
    }
  }

  /// True if names stand in the column family name first.
  func isTurned(_ column: Int) -> Bool {
    turned.contains(column) && !familyFirst.contains(column)
  }

  /// True if a column gives jobs, where `Referentin` is one and no part in the event.
  func asksForJob(_ column: Int) -> Bool {
    columns[column] == .role
      && (jobs.contains(column) || column < header.count && Heading.asksForJob(header[column]))
  }

  /// Without headings, the rows with several cells tell what columns hold; the others are titles.
  private static func wide(_ rows: [[String]]) -> [[String]] {
    let wide = rows.filter { $0.count { !$0.tidied.isEmpty } > 1 }
    return wide.count * 2 >= rows.count ? wide : rows
  }

  var hasNames: Bool { columns.contains { [.name, .firstName, .lastName, .speakers].contains($0) } }
  var hasAddresses: Bool { columns.contains(.email) }
}

/// The order of names within a column.
enum NameColumn {
  /// True if nearly every cell is `Adler, Anna`, and hardly any has an organisation or a degree after the comma.
  static func isFamilyFirst(_ cells: [String]) -> Bool {
    let commas = cells.filter { $0.contains(",") }
    guard commas.count >= 3, commas.count * 10 >= cells.count * 8 else { return false }
    let turned = commas.count { cell in
      let parts = cell.split(separator: ",").map { String($0).tidied }
      guard parts.count >= 2 else { return false }
      let isOther = NameWords.mentionsOrganisation(parts[1]) || NameWords.mentionsPosition(parts[1])
      return !isOther && !parts[1].contains(where: \.isNumber)
    }
    return turned * 10 >= commas.count * 9 && commas.count { PersonName($0).isTurned } * 2 >= commas.count
  }
}
