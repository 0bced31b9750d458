/// Columns of text aligned below each other, separated by at least two spaces.
struct SpacedColumns {
  /// The beginning of each column, in characters from the start of the line.
  private let starts: [Int]

  /// Nil if the lines have no such row of column names, or too few rows below it.
  init?(_ lines: [String]) {
    let pieces = lines.map(Self.pieces)
    guard let header = pieces.firstIndex(where: { HeaderRow.begins($0.map(\.text)) }) else { return nil }
    let below = pieces[(header + 1)...].filter { !$0.isEmpty }
    guard !below.isEmpty, below.count(where: { $0.count > 1 }) * 2 >= below.count else { return nil }
    starts = pieces[header].map(\.start)
  }

  /// Each piece goes to the column that begins nearest before it, or just after it.
  func cells(of line: String) -> [String] {
    var cells = Array(repeating: "", count: starts.count)
    let pieces = Self.pieces(line)
    guard pieces.count > 1 else { return pieces.map(\.text) }
    for (index, piece) in pieces.enumerated() {
      let isAligned = pieces.count == starts.count
      let column = isAligned ? index : starts.lastIndex { $0 <= piece.start + 2 } ?? 0
      cells[column] += cells[column].isEmpty ? piece.text : " " + piece.text
    }
    return cells
  }

  private struct Piece {
    let start: Int
    var text: String
  }

  private static func pieces(_ line: String) -> [Piece] {
    var pieces: [Piece] = []
    var blanks = 2
    for (place, character) in line.enumerated() {
      if character == " " || character == "\t" || character == "\u{A0}" {
        blanks += character == "\t" ? 2 : 1
        continue
      }
      if blanks >= 2 || pieces.isEmpty {
        pieces.append(Piece(start: place, text: String(character)))
      } else {
        pieces[pieces.count - 1].text += (blanks == 1 ? " " : "") + String(character)
      }
      blanks = 0
    }
    return pieces
  }
}
