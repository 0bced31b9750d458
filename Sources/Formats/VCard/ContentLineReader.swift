/// Joins the folded lines of vCards and calendars, one at a time.
struct ContentLineReader {
  struct Unfolded {
    /// The line on which it starts, counted from 1.
    let line: Int
    let bytes: [UInt8]
  }

  private let bytes: [UInt8]
  private var scanner: LineScanner
  private var pending: LineScanner.Line?

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    scanner = LineScanner(bytes)
    pending = scanner.next()
  }

  /// The number of bytes read so far.
  var position: Int { scanner.position }

  /// The next non-blank line, unfolded (RFC 6350 §3.2), with quoted-printable soft line breaks joined (vCard 2.1
  /// §2.1.3), and base64 that was broken without indentation.
  mutating func next() -> Unfolded? {
    while let line = pending, bytes[line.range].allSatisfy(\.isBlank) { pending = scanner.next() }
    guard let first = pending else { return nil }
    var text = Array(bytes[first.range])
    pending = scanner.next()
    let kind = EncodedKind(of: text)
    while let line = pending {
      if kind == .quotedPrintable, text.last == .equals {
        text.removeLast()
        text.append(contentsOf: bytes[line.range])
      } else if let start = line.range.first, bytes[start].isBlank, !opensObject(line) {
        text.append(contentsOf: bytes[line.range].dropFirst())
      } else if kind == .base64, isBase64(line) {
        text.append(contentsOf: bytes[line.range])
      } else {
        break
      }
      pending = scanner.next()
    }
    return Unfolded(line: first.number, bytes: text)
  }

  /// An indented `BEGIN:` is not a continuation: somebody has indented the whole file.
  private func opensObject(_ line: LineScanner.Line) -> Bool {
    let text = bytes[line.range].drop(while: \.isBlank).prefix(6)
    return String(decoding: text, as: UTF8.self).uppercased().hasPrefix("BEGIN:")
  }

  private func isBase64(_ line: LineScanner.Line) -> Bool {
    !line.range.isEmpty
      && bytes[line.range].allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || "+/= \t".utf8.contains($0) }
  }

  private enum EncodedKind {
    case plain, quotedPrintable, base64

    init(of line: [UInt8]) {
      let head = String(decoding: line.prefix { $0 != .colon }.prefix(200), as: UTF8.self).uppercased()
      if head.contains("QUOTED-PRINTABLE") {
        self = .quotedPrintable
      } else if head.contains("BASE64") || head.contains("ENCODING=B") {
        self = .base64
      } else {
        self = .plain
      }
    }
  }
}
