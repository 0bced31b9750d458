import Foundation

/// Text to search for phrases: in lower case, with any run of white space as one space, so that a phrase is found
/// across lines.
struct FoldedText {
  /// Followed by a NUL, as C wants it.
  private let bytes: [UInt8]

  init(_ text: some StringProtocol) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for byte in text.lowercased().utf8 {
      let isSpace = byte <= 0x20
      if isSpace, bytes.last == 0x20 || bytes.isEmpty { continue }
      bytes.append(isSpace ? 0x20 : byte)
    }
    self.bytes = bytes + [0]
  }

  var isEmpty: Bool { bytes.count == 1 }

  func contains(_ phrase: String) -> Bool { offset(of: phrase) != nil }

  func contains(any phrases: [String]) -> Bool { phrases.contains { contains($0) } }

  /// In bytes of the folded text.
  func offset(of phrase: String) -> Int? {
    bytes.withUnsafeBufferPointer { text in
      text.withMemoryRebound(to: CChar.self) { text in
        guard let start = text.baseAddress, let found = strstr(start, phrase) else { return nil }
        return UnsafePointer(found) - start
      }
    }
  }

  func hasPrefix(_ phrase: String) -> Bool { bytes.starts(with: phrase.utf8) }
}
