/// Makes people from rows that come one by one. The first rows of each section are held until there are enough to
/// understand it; after that every row is one person, or several, or rejected.
final class TablePeople {
  private enum Mode {
    /// Waits for more rows.
    case gathering
    case reading(PersonRows)
    /// The section has no people.
    case skipping
  }

  private let advice: ListAdvice
  private let limits: ReadingLimits
  private let sink: ReadingSink
  private var held: [TableSection.Row] = []
  private var mode = Mode.gathering
  private var count = 0
  private var beginsPart = false
  private var group = RowGroup()
  /// True if lists stand side by side, so that all rows are held.
  private var isSpread = false
  /// The layout of the first section with people.
  private(set) var layout: TableLayout?
  private(set) var outline = TableOutline()

  init(advice: ListAdvice, limits: ReadingLimits, sink: @escaping ReadingSink) {
    self.advice = advice
    self.limits = limits
    self.sink = sink
  }

  /// A sheet or a table ends here.
  func endPart() { beginsPart = true }

  func take(_ row: some TableRow, progress: (Int) -> Double) throws {
    count += 1
    guard count <= limits.rows else { throw Problem("import.problem.tooManyRows", ["limit": String(limits.rows)]) }
    if count.isMultiple(of: 1000) { try sink(.progress(progress(count))) }
    if beginsPart || mayBeginSection(row) { try beginSection() }
    switch mode {
    case .reading(let people): try report(row, people)
    case .skipping: break
    case .gathering:
      let cells = row.texts
      guard cells.contains(where: { !$0.tidied.isEmpty }) else { return }
      held.append(TableSection.Row(line: row.line, cells: cells, beginsPart: beginsPart))
      beginsPart = false
      if held.count == TableLayout.sampleSize { isSpread = isTurned && TableTurn.isSpread(held) }
      if held.count >= TableLayout.sampleSize, !isSpread { try understand() }
    }
  }

  func reject(_ row: RejectedRow) throws {
    count += 1
    if case .gathering = mode, !held.isEmpty { rejected.append(row) } else { try sink(.rejected(row)) }
  }

  /// Unreadable rows that came while others were held.
  private var rejected: [RejectedRow] = []

  func finish() throws {
    if case .gathering = mode { try understand() }
  }

  /// Among rows already being read, another header begins another section. Rows with an address, which are the
  /// majority, are never headers.
  private func mayBeginSection(_ row: some TableRow) -> Bool {
    guard advice.columns == nil, advice.hasHeader != false else { return false }
    switch mode {
    case .gathering: return false
    case .reading(let people): return !row.holdsAt && people.isOtherHeader(row)
    case .skipping: return !row.holdsAt && HeaderRow.begins(row.texts)
    }
  }

  private func beginSection() throws {
    if case .gathering = mode { return }
    mode = .gathering
  }

  /// Reads the held rows; their last section continues with the rows to come.
  private func understand() throws {
    if isTurned { held = TableTurn.upright(held) }
    outline.note(top: held)
    let sections = sections()
    let layouts = sections.map { TableLayout($0, advice) }
    let isNamed =
      layout?.hasNames ?? false || layouts.contains { $0.hasNames && ($0.hasHeader || advice.hasHeader != nil) }
    mode = .skipping
    for (section, layout) in zip(sections, layouts) {
      let isOnly = sections.count == 1 && self.layout == nil
      let isRead = isRead(section, layout, besidesNamed: isNamed, isOnly: isOnly)
      outline.note(section, isRead: isRead)
      guard isRead else {
        mode = .skipping
        continue
      }
      if self.layout == nil { self.layout = layout }
      let people = PersonRows(layout)
      group = RowGroup(title: section.preamble.last)
      for row in section.rows { try read(row, people) }
      mode = .reading(people)
    }
    if self.layout == nil { self.layout = layouts.first }
    for row in rejected { try sink(.rejected(row)) }
    (held, rejected) = ([], [])
  }

  /// Hosts who name the columns see them unturned.
  private var isTurned: Bool { advice.columns == nil && advice.hasHeader != false }

  private func read(_ row: TableSection.Row, _ people: PersonRows) throws {
    while let first = rejected.first, first.line < row.line { try sink(.rejected(rejected.removeFirst())) }
    try report(SheetRow(line: row.line, cells: row.cells), people)
  }

  private func report(_ row: some TableRow, _ people: PersonRows) throws {
    if let title = group.title(in: row, of: people.layout) { return try sink(.rejected(title)) }
    for event in people.events(of: row) { try sink(group.applied(to: event)) }
  }

  private func sections() -> [TableSection] {
    if advice.hasHeader == nil, advice.columns == nil {
      return TableSection.sections(of: held) { advice.header($0) }
    }
    let cells = held.map(\.cells)
    let index = advice.hasHeader == false ? nil : HeaderRow.index(in: cells) ?? (advice.hasHeader == true ? 0 : nil)
    guard let index, index < held.count else { return [TableSection(rows: held)] }
    return [TableSection(header: held[index], preamble: Array(held[..<index]), rows: Array(held[(index + 1)...]))]
  }

  /// Beside a section of people, one without names is a summary, and one without a header is a title page, unless it
  /// contains many addresses.
  private func isRead(_ section: TableSection, _ layout: TableLayout, besidesNamed: Bool, isOnly: Bool) -> Bool {
    if let told = advice.header(section.header)?.isRead { return told }
    if isOnly || advice.columns != nil { return true }
    guard layout.hasNames || layout.hasAddresses else { return false }
    guard besidesNamed else { return true }
    let addresses = section.rows.count { row in row.cells.contains { MailAddress.first(in: $0) != nil } }
    if section.header == nil { return addresses > 1 && addresses * 2 >= section.rows.count }
    return layout.hasNames || addresses > 1
  }
}
