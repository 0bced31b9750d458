import Foundation

/// A file's text as UTF-8 bytes, without byte order mark and NUL. Line ends are unchanged.
package struct SourceText: Sendable {
  package let bytes: [UInt8]
  package let encoding: TextEncoding
  /// If the encoding is in doubt: the possible readings of the text, with the one used first.
  package let readings: [CharsetReading]

  /// Decodes by byte order mark, otherwise by content: UTF-16 shows in its zero bytes; anything that is not valid UTF-8
  /// is in an older encoding, Windows-1252 unless the letters indicate another. A valid UTF-8 line in such a file stays
  /// UTF-8, because files get pasted together.
  package init(decoding data: Data) { self.init(decoding: data, as: nil) }

  /// - Parameter told: the encoding according to somebody who saw the text; it counts if the text is not Unicode.
  init(decoding data: Data, as told: Charset?) {
    let raw = [UInt8](data)
    if let order = UTF16Order.of(raw) {
      self.init(bytes: order.decode(raw), encoding: order == .littleEndian ? .utf16LittleEndian : .utf16BigEndian)
      return
    }
    var body = raw
    if body.starts(with: [0xEF, 0xBB, 0xBF]) { body.removeFirst(3) }
    guard !body.isValidUTF8 else {
      self.init(bytes: body.withoutNUL, encoding: .utf8)
      return
    }
    let unbroken = body.withFoldsBehindCharacters
    guard !unbroken.isValidUTF8 else {
      self.init(bytes: unbroken.withoutNUL, encoding: .utf8)
      return
    }
    let guess = CharsetGuess(of: body)
    let charset = told ?? guess.charset
    self.init(
      bytes: charset.decodeInvalidLines(of: body).withoutNUL, encoding: TextEncoding(charset), readings: guess.readings)
  }

  private init(bytes: [UInt8], encoding: TextEncoding, readings: [CharsetReading] = []) {
    self.readings = readings
    self.bytes = bytes
    self.encoding = encoding
  }
}

/// The encoding of a text file.
package enum TextEncoding: String, Sendable {
  case utf8, utf16LittleEndian, utf16BigEndian, windows1252, latin9, macRoman, dos850
  /// One that iconv decodes.
  case other

  init(_ charset: Charset) {
    switch charset {
    case .utf8: self = .utf8
    case .windows1252: self = .windows1252
    case .latin9: self = .latin9
    case .macRoman: self = .macRoman
    case .dos850: self = .dos850
    case .page: self = .other
    }
  }
}

extension [UInt8] {
  /// Looked at in place: a copy of a large file would be memory for nothing.
  var isValidUTF8: Bool { (try? UTF8Span(validating: span)) != nil }

  /// Old programs fold a vCard's lines after a fixed number of bytes, even inside a character. This moves the fold
  /// after the character.
  fileprivate var withFoldsBehindCharacters: [UInt8] {
    var bytes = self
    var index = 1
    while index + 2 < bytes.count {
      let isFold = bytes[index].isLineEnd && bytes[index - 1] >= 0x80
      guard isFold, let blank = bytes[index...].prefix(3).firstIndex(where: \.isBlank) else {
        index += 1
        continue
      }
      let rest = bytes[(blank + 1)...].prefix(3).prefix { (0x80...0xBF).contains($0) }
      if bytes[index..<blank].allSatisfy(\.isLineEnd), !rest.isEmpty {
        bytes.replaceSubrange(index..<rest.endIndex, with: Array(rest) + Array(bytes[index...blank]))
      }
      index = blank + 1
    }
    return bytes
  }

  var withoutNUL: [UInt8] { contains(0) ? filter { $0 != 0 } : self }
}
