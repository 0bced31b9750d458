/// Makes tables and lines from the words on pages.
struct PDFLayout {
  private let lines: [PDFLine]

  init(_ pages: [PDFPage]) {
    let all = pages.enumerated().flatMap { PDFLine.lines(of: $0.element, number: $0.offset) }
    lines = RunningHeads.removed(from: all, pages: pages)
  }

  func parts() -> [DocumentPart] {
    let split = lines.filter { $0.segments.count > 1 }
    guard split.count > 1, split.count * 6 > lines.count else { return written(lines) }
    if let table = ordered(split) { return table }
    let columns = PDFColumns(lines: lines.filter(isTabular(among: split)))
    guard columns.count > 1 else { return written(lines) }
    let body = lines.filter { !columns.isCrossed(by: $0) }
    let others = lines.filter { columns.isCrossed(by: $0) }
    if let grid = PDFGrid.parts(of: body, columns) { return written(others) + grid }
    if PDFTwoColumns.holds(body, columns) { return written(PDFTwoColumns.lines(of: lines, columns)) }
    let rows = PDFRows(columns: columns, lines: body).rows(of: body).map(\.cells)
    return written(others) + PDFTable.parts(of: rows)
  }

  /// Lines that show where columns are: those with gaps and, between them, the short ones on which a cell's text
  /// continues.
  private func isTabular(among split: [PDFLine]) -> (PDFLine) -> Bool {
    let left = split.flatMap(\.words).map(\.left).min() ?? 0
    let right = split.flatMap(\.words).map(\.right).max() ?? 0
    let reach = Dictionary(grouping: split, by: \.page).mapValues { lines in
      (lines.map(\.middle).min() ?? 0)...(lines.map(\.middle).max() ?? 0)
    }
    return { line in
      if line.segments.count > 1 { return true }
      guard let segment = line.segments.first, reach[line.page]?.contains(line.middle) == true else { return false }
      return segment.right - segment.left < (right - left) * 0.4
    }
  }

  /// All lines have the same number of runs of words, even though these aren't aligned.
  private func ordered(_ split: [PDFLine]) -> [DocumentPart]? {
    let counts = Dictionary(grouping: split, by: \.segments.count).mapValues(\.count)
    guard let most = counts.max(by: { $0.value < $1.value }), most.key > PDFColumns(lines: split).count,
      most.value * 5 >= split.count * 4
    else { return nil }
    let rows = split.filter { $0.segments.count == most.key }.map { $0.segments.map(\.text) }
    return written(lines.filter { $0.segments.count != most.key }) + PDFTable.parts(of: rows)
  }

  /// The usual distance between successive lines: the tenth percentile.
  private func usualDistance(_ lines: [PDFLine]) -> Double {
    let distances = zip(lines, lines.dropFirst()).filter { $0.page == $1.page }.map { $1.middle - $0.middle }
      .filter { $0 > 0 }.sorted()
    return distances.isEmpty ? 0 : distances[distances.count / 10]
  }

  private func written(_ lines: [PDFLine]) -> [DocumentPart] {
    var written: [DocumentLine] = []
    var previous: PDFLine?
    let usual = usualDistance(lines)
    let heights = lines.map(\.height).sorted()
    let border = heights.isEmpty ? 0 : heights[heights.count / 2] * 1.2
    // Where every name is large, size makes no title.
    let large = lines.count { $0.height > border } * 8 <= lines.count ? border : .infinity
    let isSpaced = zip(lines, lines.dropFirst()).contains {
      $0.page == $1.page && $1.middle - $0.middle > 1.35 * usual
    }
    for line in lines {
      if let previous,
        previous.page != line.page || line.middle - previous.middle > 1.35 * usual
          || isSpaced && (line.middle < previous.middle - usual || previous.height > large && line.height <= large)
      {
        written.append(DocumentLine(line: written.count + 1, text: ""))
      }
      written.append(DocumentLine(line: written.count + 1, text: line.text))
      previous = line
    }
    return written.isEmpty ? [] : [.lines(written)]
  }
}
