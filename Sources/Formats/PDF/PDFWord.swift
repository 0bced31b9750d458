import Foundation

/// A word on a page. Lengths are in points, from the upper left corner.
struct PDFWord: Equatable {
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double
  var text: String

  var height: Double { bottom - top }
  var middle: Double { (left + right) / 2 }
  var isUpright: Bool { height > 0 && (height < 3 * (right - left) || text.count < 3) }
}

/// A page with its words in the order of the file.
struct PDFPage {
  var width: Double
  var height: Double
  var words: [PDFWord] = []
}

/// Reads the output of `pdftotext -tsv`: a line for each page, block, line and word.
enum PDFWords {
  private static let mostWords = 2_000_000

  static func pages(of output: Data, limits: ReadingLimits) throws -> [PDFPage] {
    let budget = TextBudget(limits: limits)
    var pages: [PDFPage] = []
    var count = 0
    for line in output.split(separator: .lineFeed) {
      let fields = line.split(separator: .tab, maxSplits: 11, omittingEmptySubsequences: false)
      guard fields.count == 12, let level = fields[0].first, let box = box(fields) else { continue }
      if level == UInt8(ascii: "1") {
        // Only the size of a page is right: for its corner, poppler 22.12 gives the position of the last word before
        // it.
        pages.append(PDFPage(width: box.right - box.left, height: box.height))
      } else if level == UInt8(ascii: "5"), !pages.isEmpty {
        count += 1
        guard count <= mostWords else {
          throw Problem("import.problem.tooManyValues", ["limit": String(mostWords)])
        }
        var word = box
        word.text = PDFLetters.plain(String(decoding: fields[11], as: UTF8.self))
        try budget.spend(word.text.utf8.count)
        if word.isUpright, !word.text.isEmpty { pages[pages.count - 1].words.append(word) }
      }
    }
    return pages
  }

  private static func box(_ fields: [Data.SubSequence]) -> PDFWord? {
    let numbers = fields[6...9].compactMap { Double(String(decoding: $0, as: UTF8.self)) }
    guard numbers.count == 4, numbers.allSatisfy({ $0.isFinite && abs($0) < 1e6 }) else { return nil }
    return PDFWord(
      left: numbers[0], top: numbers[1], right: numbers[0] + numbers[2], bottom: numbers[1] + numbers[3], text: "")
  }
}

/// Characters that typesetters use in place of others.
enum PDFLetters {
  private static let ligatures: [Character: String] = [
    "\u{FB00}": "ff", "\u{FB01}": "fi", "\u{FB02}": "fl", "\u{FB03}": "ffi", "\u{FB04}": "ffl", "\u{FB05}": "st",
    "\u{FB06}": "st", "\u{AD}": "",
  ]

  static func plain(_ text: String) -> String {
    guard text.contains(where: { ligatures[$0] != nil }) else { return text }
    return text.reduce(into: "") { $0 += ligatures[$1] ?? String($1) }
  }
}
