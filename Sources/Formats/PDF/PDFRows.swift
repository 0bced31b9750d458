/// Lines of a table assembled into rows: a cell's text may continue on the next line.
struct PDFRows {
  private let columns: PDFColumns
  private let rightEdges: [Double]

  init(columns: PDFColumns, lines: [PDFLine]) {
    self.columns = columns
    var edges = [Double](repeating: 0, count: columns.count)
    for line in lines {
      for word in line.words { edges[columns.column(of: word)] = max(edges[columns.column(of: word)], word.right) }
    }
    rightEdges = edges
  }

  /// Rows as the texts of their cells, each with its page.
  func rows(of lines: [PDFLine]) -> [(page: Int, cells: [String])] {
    let groups = spaced(lines) ?? stacked(lines)
    let broken = (0..<columns.count).map { column in isBroken(groups, column) }
    return groups.map { group in
      let cells = (0..<columns.count).map { column in
        let lines = group.map { line in columns.cells(of: line)[column].map(\.text).joined(separator: " ") }
        return broken[column] ? lines.filter { !$0.isEmpty }.joined(separator: "\n") : PDFCell.text(lines)
      }
      return (group[0].page, cells)
    }
  }

  /// True if the cells of a column have several lines of their own, as with an organisation below each name: the first
  /// word of a line would have had room on the one above.
  private func isBroken(_ groups: [[PDFLine]], _ column: Int) -> Bool {
    var (all, roomy) = (0, 0)
    for group in groups {
      let cells = group.map { columns.cells(of: $0)[column] }.filter { !$0.isEmpty }
      for (above, below) in zip(cells, cells.dropFirst()) {
        guard let end = above.last, let next = below.first else { continue }
        all += 1
        if PDFCell.isBrokenAddress(end.text, next.text) || end.text.hasSuffix("-") { continue }
        let border = column < columns.borders.count ? columns.borders[column] - next.height : rightEdges[column]
        if end.right + next.height * 0.4 + (next.right - next.left) < max(border, rightEdges[column]) { roomy += 1 }
      }
    }
    return all > 1 && all * 2 >= groups.count && roomy * 10 >= all * 7
  }

  // MARK: By the space between rows

  /// Rows as white space separates them; nil if lines of one row are no closer together than rows are. The widest step
  /// between two distances that gives sound rows is used, because with centred cells the lines of one row have several
  /// distances.
  private func spaced(_ lines: [PDFLine]) -> [[PDFLine]]? {
    let gaps = zip(lines, lines.dropFirst()).filter { $0.page == $1.page }.map { $1.middle - $0.middle }.sorted()
    let steps = zip(gaps, gaps.dropFirst()).filter { $0 > 0 && $1 > $0 * Self.step }.map { ($0 + $1) / 2 }
    for border in steps.reversed().prefix(8) {
      let groups = Self.groups(of: lines, closerThan: border)
      if isSound(groups) { return groups }
    }
    return nil
  }

  private static let step = 1.15

  /// Lines of a page that follow each other at less than this distance belong together.
  static func groups(of lines: [PDFLine], closerThan border: Double) -> [[PDFLine]] {
    var groups: [[PDFLine]] = []
    for line in lines {
      if let last = groups.last?.last, last.page == line.page, line.middle - last.middle < border {
        groups[groups.count - 1].append(line)
      } else {
        groups.append([line])
      }
    }
    return groups
  }

  /// Rows have at most one address, and joined lines are fragments: few of them fill as many cells as the whole row.
  private func isSound(_ groups: [[PDFLine]]) -> Bool {
    let joined = groups.filter { $0.count > 1 }
    guard !joined.isEmpty else { return false }
    let crowded = joined.count { group in group.count { line in line.words.contains { $0.text.contains("@") } } > 1 }
    let whole = joined.count { group in
      let most = Set(group.flatMap { $0.words.map(columns.column) }).count
      return most > 1 && group.count { Set($0.words.map(columns.column)).count == most } > 1
    }
    return crowded * 5 <= joined.count && whole * 2 <= joined.count
  }

  // MARK: By what a line lacks

  /// A line belongs to the row above if it leaves empty the column that rows begin with, or if it contains only what
  /// didn't fit there.
  private func stacked(_ lines: [PDFLine]) -> [[PDFLine]] {
    let anchor = anchor(of: lines)
    var groups: [[PDFLine]] = []
    for line in lines {
      let cells = columns.cells(of: line)
      if let last = groups.last?.last, isNear(line, last),
        cells[anchor].isEmpty || goesOn(cells, from: columns.cells(of: last))
      {
        groups[groups.count - 1].append(line)
      } else {
        groups.append([line])
      }
    }
    return groups
  }

  /// A row may continue at the top of the next page.
  private func isNear(_ line: PDFLine, _ above: PDFLine) -> Bool {
    line.page != above.page || line.middle - above.middle < 2.2 * max(line.height, above.height)
  }

  /// The first of the fullest columns.
  private func anchor(of lines: [PDFLine]) -> Int {
    var filled = [Int](repeating: 0, count: columns.count)
    for line in lines {
      for column in Set(line.words.map(columns.column)) { filled[column] += 1 }
    }
    let most = filled.max() ?? 0
    let addresses = lines.flatMap(\.words).filter { $0.text.contains("@") }.count
    // If each row has an address but names are broken, there are as many rows as addresses.
    return filled.firstIndex { $0 * 10 >= min(most, max(addresses, most / 2)) * 9 } ?? 0
  }

  /// Each of the line's cells begins with a word that had no room at the end of the cell above.
  private func goesOn(_ cells: [[PDFWord]], from above: [[PDFWord]]) -> Bool {
    let filled = cells.indices.filter { !cells[$0].isEmpty }
    guard filled.count * 2 <= columns.count else { return false }
    return filled.allSatisfy { column in
      guard let end = above[column].last, let next = cells[column].first else { return false }
      if PDFCell.isBrokenAddress(end.text, next.text) { return true }
      return end.right + next.height * 0.2 + (next.right - next.left) > rightEdges[column]
    }
  }
}
