import Foundation

/// An upper bound on the nesting of a mail, found before it is parsed: each level takes a line that says `multipart/`
/// or `message/`.
enum MailNesting {
  static func count(in data: Data, upTo limit: Int) -> Int {
    data.withUnsafeBytes { raw in
      let bytes = raw.bindMemory(to: UInt8.self)
      var (count, lineStart) = (0, 0)
      while lineStart < bytes.count, count <= limit {
        let end = bytes[lineStart...].firstIndex(of: 0x0A) ?? bytes.count
        if isContainer(bytes[lineStart..<end]) { count += 1 }
        lineStart = end + 1
      }
      return count
    }
  }

  /// The type may be on a continuation line, so any line with a slash and one of the words counts, except in long text.
  private static func isContainer(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let slash = line.prefix(200).firstIndex(of: UInt8(ascii: "/")), slash - line.startIndex >= 7 else {
      return false
    }
    let word = line[max(line.startIndex, slash - 9)..<slash].map { $0 | 0x20 }
    return word.suffix(9).elementsEqual("multipart".utf8) || word.suffix(7).elementsEqual("message".utf8)
  }
}
