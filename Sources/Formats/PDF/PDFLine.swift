/// Words of a page on one line, from left to right.
struct PDFLine {
  /// A run of words without a wide gap.
  struct Segment {
    var words: [PDFWord]
    var left: Double { words.first?.left ?? 0 }
    var right: Double { words.last?.right ?? 0 }
    var text: String { words.map(\.text).joined(separator: " ") }
  }

  /// Gaps between words are about a third of the line's height; gaps between columns are wider than this part of it.
  static let columnGap = 0.8

  let page: Int
  let words: [PDFWord]
  let segments: [Segment]
  let height: Double
  let middle: Double

  init(page: Int, words: [PDFWord]) {
    self.page = page
    self.words = words.sorted { $0.left < $1.left }
    let heights = words.map(\.height).sorted()
    let height = heights[heights.count / 2]
    self.height = height
    middle = words.reduce(0) { $0 + ($1.top + $1.bottom) / 2 } / Double(words.count)
    var segments: [Segment] = []
    for word in self.words {
      if let last = segments.last, word.left - last.right <= height * Self.columnGap {
        segments[segments.count - 1].words.append(word)
      } else {
        segments.append(Segment(words: [word]))
      }
    }
    self.segments = segments
  }

  var text: String { segments.map(\.text).joined(separator: "   ") }

  /// The lines of a page from top to bottom.
  static func lines(of page: PDFPage, number: Int) -> [PDFLine] {
    let words = PDFRaised.joined(page.words).sorted { ($0.top + $0.bottom, $0.left) < ($1.top + $1.bottom, $1.left) }
    var lines: [PDFLine] = []
    var open: [PDFWord] = []
    var middle = 0.0
    for word in words {
      let own = (word.top + word.bottom) / 2
      let reach = min(word.height, open.last?.height ?? word.height) * 0.35
      if !open.isEmpty, abs(own - middle) > reach {
        lines.append(PDFLine(page: number, words: open))
        open = []
      }
      open.append(word)
      middle += (own - middle) / Double(open.count)
      if open.count == 1 { middle = own }
    }
    if !open.isEmpty { lines.append(PDFLine(page: number, words: open)) }
    return lines
  }
}
