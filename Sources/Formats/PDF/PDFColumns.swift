/// The columns of a table, found by the white strips between them.
struct PDFColumns: Equatable {
  /// The borders between columns, from left to right: the middles of the strips.
  let borders: [Double]
  /// White space narrower than this part of a line's height separates nothing.
  private static let strip = 0.5

  var count: Int { borders.count + 1 }

  /// - Parameter lines: the lines of the table; a few that cross a strip, such as a title, don't close it.
  init(lines: [PDFLine]) {
    let right = lines.flatMap(\.words).map(\.right).max() ?? 0
    let scale = 2.0
    var covered = [Int](repeating: 0, count: Int(min(max(right, 0), 20_000) * scale) + 2)
    for line in lines {
      for word in line.words {
        let range = Self.cells(word.left, word.right, scale, covered.count)
        for cell in range { covered[cell] += 1 }
      }
    }
    let allowed = lines.count / 33
    let height = lines.map(\.height).sorted()[safe: lines.count / 2] ?? 10
    var borders: [Double] = []
    var start: Int?
    var hasText = false
    for (cell, count) in covered.enumerated() {
      if count <= allowed {
        start = start ?? cell
      } else {
        if let start, hasText, Double(cell - start) / scale >= height * Self.strip {
          borders.append(Double(start + cell) / 2 / scale)
        }
        start = nil
        hasText = true
      }
    }
    self.borders = borders
  }

  func column(of word: PDFWord) -> Int { borders.count { word.middle > $0 } }

  /// True if a run of words crosses a border, with no more than a word space there.
  func isCrossed(by line: PDFLine) -> Bool {
    line.segments.contains { segment in
      borders.contains { border in
        guard segment.left < border, border < segment.right else { return false }
        let before = segment.words.last { $0.middle < border }?.right ?? segment.left
        let after = segment.words.first { $0.middle >= border }?.left ?? segment.right
        return after - before < line.height * Self.strip
      }
    }
  }

  func cells(of line: PDFLine) -> [[PDFWord]] {
    var cells = [[PDFWord]](repeating: [], count: count)
    for word in line.words { cells[column(of: word)].append(word) }
    return cells
  }

  private static func cells(_ left: Double, _ right: Double, _ scale: Double, _ count: Int) -> Range<Int> {
    let start = min(max(Int(left * scale), 0), count)
    return start..<min(max(Int((right * scale).rounded(.up)), start), count)
  }
}

extension Array {
  fileprivate subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
