/// The text of a cell or line being put together, as UTF-8.
struct DraftText {
  private var bytes: [UInt8] = []
  private var paragraphEnds = false

  init() {}

  init(_ text: String) { bytes = Array(text.utf8) }

  var count: Int { bytes.count }
  var string: String { String(decoding: bytes, as: UTF8.self) }

  mutating func append(_ more: some Collection<UInt8>) {
    if paragraphEnds, !bytes.isEmpty { bytes.append(.lineFeed) }
    paragraphEnds = false
    bytes.append(contentsOf: more)
  }

  /// Puts text that follows on a line of its own.
  mutating func endParagraph() { paragraphEnds = true }

  /// `Anna Adler` with a link becomes `Anna Adler <anna@example.org>`.
  mutating func add(addresses: [String]) {
    let shown = string.lowercased()
    for address in addresses where !shown.contains(address.lowercased()) {
      let isEmpty = bytes.allSatisfy { $0.isBlank || $0.isLineEnd }
      bytes.append(contentsOf: (isEmpty ? address : " <\(address)>").utf8)
    }
  }

  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    paragraphEnds = false
  }
}

extension String {
  /// Without the spaces around it; a tab stays, because it separates cells.
  var withoutOuterSpaces: String {
    let start = drop { $0 == " " || $0 == "\u{A0}" }
    let end = start.lastIndex { !$0.isWhitespace }
    return end.map { String(start[...$0]) } ?? ""
  }

  /// Without the spaces, tabs and line ends around it.
  var trimmedOfSpaces: String {
    guard let start = firstIndex(where: { !$0.isWhitespace }), let end = lastIndex(where: { !$0.isWhitespace }) else {
      return ""
    }
    return String(self[start...end])
  }
}
