/// Walks through text line by line. CRLF, LF and CR end a line; each counts as one.
struct LineScanner {
  struct Line {
    /// Counted from 1.
    let number: Int
    /// Without the line end.
    let range: Range<Int>
  }

  private let bytes: [UInt8]
  private(set) var position = 0
  private var number = 1

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func next() -> Line? {
    guard position < bytes.count else { return nil }
    let start = position
    while position < bytes.count, !bytes[position].isLineEnd { position += 1 }
    defer {
      skipLineEnd()
      number += 1
    }
    return Line(number: number, range: start..<position)
  }

  private mutating func skipLineEnd() {
    guard position < bytes.count else { return }
    let isPair = bytes[position] == .carriageReturn && position + 1 < bytes.count && bytes[position + 1] == .lineFeed
    position += isPair ? 2 : 1
  }
}
