/// Straightens tables whose people aren't listed below each other: one column for each person, or several lists side by
/// side.
enum TableTurn {
  private static let names: Set<ColumnRole> = [.name, .speakers]
  private static let searched = 15
  /// Nobody writes more people than this side by side.
  private static let mostFields = 60

  /// The same rows, with each part turned if necessary.
  static func upright(_ rows: [TableSection.Row]) -> [TableSection.Row] {
    var parts: [[TableSection.Row]] = []
    for row in rows {
      if row.beginsPart || parts.isEmpty { parts.append([]) }
      parts[parts.count - 1].append(row)
    }
    return parts.flatMap { part in transposed(part) ?? stacked(part) ?? dealt(part) ?? part }
  }

  /// True if lists stand side by side in the latest part of the rows.
  static func isSpread(_ rows: [TableSection.Row]) -> Bool {
    let start = rows.lastIndex(where: \.beginsPart) ?? 0
    return stacked(Array(rows[start...])) != nil
  }

  /// A table with its headings in the first column. Nil for any other.
  private static func transposed(_ part: [TableSection.Row]) -> [TableSection.Row]? {
    let rows = Array(part.drop { $0.cells.tidy.count { !$0.isEmpty } < 2 })
    guard (2...mostFields).contains(rows.count), let first = rows.first else { return nil }
    let heads = rows.map { $0.cells.first?.tidied ?? "" }
    let roles = heads.compactMap(HeaderWords.role)
    let isNamed = !Set(roles).isDisjoint(with: [.name, .firstName, .lastName, .speakers])
    guard roles.count >= 2, roles.count * 2 >= heads.count, isNamed, Set(heads).count == heads.count else { return nil }
    // A row with several headings shows that headings run along rows.
    guard !rows.contains(where: { $0.cells.dropFirst().contains { HeaderWords.role(of: $0) != nil } }) else {
      return nil
    }
    let width = rows.map(\.cells.count).max() ?? 0
    return (0..<width).map { column in
      let cells = rows.map { column < $0.cells.count ? $0.cells[column] : "" }
      let line = column == 0 ? first.line : column + 1
      return TableSection.Row(line: line, cells: cells, beginsPart: column == 0 && (part.first?.beginsPart ?? false))
    }
  }

  /// People in a grid, each in a cell with several lines, one below the other. Nil for anything else.
  private static func dealt(_ part: [TableSection.Row]) -> [TableSection.Row]? {
    let cells = part.flatMap { row in row.cells.filter { !$0.tidied.isEmpty }.map { (line: row.line, text: $0) } }
    let isGrid = part.contains { $0.cells.count { !$0.tidied.isEmpty } > 1 }
    guard isGrid, cells.count > 2, cells.allSatisfy({ CellLines($0.text) != nil }) else { return nil }
    guard ColumnContent(cells.map(\.text)).holdsCards else { return nil }
    return cells.enumerated().map { offset, cell in
      TableSection.Row(
        line: cell.line, cells: [cell.text], beginsPart: offset == 0 && (part.first?.beginsPart ?? false))
    }
  }

  /// The lists of a part, one below the other. Nil if there is only one.
  private static func stacked(_ part: [TableSection.Row]) -> [TableSection.Row]? {
    for index in part.indices.prefix(searched) {
      let header = part[index].cells.tidy
      let filled = header.filter { !$0.isEmpty }
      guard filled.count >= 4, HeaderRow.begins(filled) else { continue }
      let body = part[(index + 1)...]
      guard let ranges = repeated(header) ?? gapped(header, body) else { return nil }
      let lists = ranges.map { range in titled(list(part[index...], range), by: part[..<index], range) }
      return Array(part[..<index]) + lists.joined()
    }
    return nil
  }

  /// A list below the title above its own columns: `Zusagen` and, beside it, `Absagen`.
  private static func titled(
    _ list: [TableSection.Row], by above: ArraySlice<TableSection.Row>, _ range: Range<Int>
  ) -> [TableSection.Row] {
    let titles = above.flatMap { row in
      range.compactMap { column -> TableSection.Row? in
        guard column < row.cells.count, CellWords.isSection(row.cells[column].tidied) else { return nil }
        return TableSection.Row(line: row.line, cells: [row.cells[column]], beginsPart: true)
      }
    }
    guard let title = titles.last, var first = list.first else { return list }
    first.beginsPart = false
    return [title, first] + list.dropFirst()
  }

  private static func list(_ rows: ArraySlice<TableSection.Row>, _ range: Range<Int>) -> [TableSection.Row] {
    rows.enumerated().compactMap { offset, row in
      let cells = range.map { $0 < row.cells.count ? row.cells[$0] : "" }
      let isEmpty = cells.allSatisfy { $0.tidied.isEmpty }
      return isEmpty ? nil : TableSection.Row(line: row.line, cells: cells, beginsPart: offset == 0)
    }
  }

  /// One header that recurs at least once, with or without a gap.
  private static func repeated(_ header: [String]) -> [Range<Int>]? {
    let filled = header.indices.filter { !header[$0].isEmpty }
    for count in [2, 3, 4] where filled.count.isMultiple(of: count) && filled.count / count >= 2 {
      let size = filled.count / count
      let groups = (0..<count).map { Array(filled[($0 * size)..<(($0 + 1) * size)]) }
      let texts = groups.map { $0.map { header[$0] } }
      guard Set(texts).count == 1, Set(texts[0]).count == size, hasPeople(texts[0]) else { continue }
      let starts = groups.map { $0[0] } + [header.count]
      return (0..<count).map { starts[$0]..<starts[$0 + 1] }
    }
    return nil
  }

  /// Different headers with an empty column between them.
  private static func gapped(_ header: [String], _ body: ArraySlice<TableSection.Row>) -> [Range<Int>]? {
    var ranges: [Range<Int>] = []
    var start = 0
    for column in 0...header.count {
      let isGap =
        column == header.count
        || header[column].isEmpty && body.allSatisfy { column >= $0.cells.count || $0.cells[column].tidied.isEmpty }
      guard isGap else { continue }
      if column > start { ranges.append(start..<column) }
      start = column + 1
    }
    guard ranges.count > 1, ranges.allSatisfy({ hasPeople(header[$0].filter { !$0.isEmpty }) }) else { return nil }
    return ranges
  }

  private static func hasPeople(_ header: [String]) -> Bool {
    let roles = Set(header.compactMap(HeaderWords.role))
    return header.count > 1 && (!roles.isDisjoint(with: names) || roles.isSuperset(of: [.firstName, .lastName]))
  }
}
