import Foundation

/// Reads a web page: one saved by a browser, exported as `.xls`, or put on the clipboard by a browser.
enum WebPageReader {
  static func parts(of data: Data, limits: ReadingLimits) throws -> [DocumentPart] {
    let handler = WebPageHandler(limits: limits)
    try HTMLScanner.read(PageText.utf8(of: data), handler: handler)
    return try handler.parts()
  }

  private static let marks = [
    "<!doctype html", "<html", "<table", "<body", "<div", "<ul", "<ol", "<p>", "<meta ", "<!--startfragment",
  ]

  /// True if markup is a page or a piece of one.
  static func recognises(_ start: some Collection<UInt8>) -> Bool {
    let text = String(decoding: start.prefix(64 << 10), as: UTF8.self).lowercased()
    return marks.contains { text.contains($0) }
  }
}

/// The text of a page in UTF-8.
enum PageText {
  /// The page's own statement of its encoding counts if the bytes are not UTF-8.
  static func utf8(of data: Data) -> [UInt8] {
    let text = SourceText(decoding: data)
    switch text.encoding {
    case .utf8, .utf16LittleEndian, .utf16BigEndian: return text.bytes
    default: return declared(in: data).flatMap { String(data: data, encoding: $0) }.map { Array($0.utf8) } ?? text.bytes
    }
  }

  private static func declared(in data: Data) -> String.Encoding? {
    let start = String(decoding: data.prefix(4096), as: UTF8.self).lowercased()
    guard let mark = start.range(of: "charset=") else { return nil }
    let name = start[mark.upperBound...].drop { "\"' ".contains($0) }
      .prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) }
    switch name {
    // Browsers read Latin 1 as Windows-1252 (WHATWG Encoding, §4.2).
    case "iso-8859-1", "latin1", "us-ascii", "windows-1252": return .windowsCP1252
    case "windows-1250": return .windowsCP1250
    case "iso-8859-2": return .isoLatin2
    case "windows-1251": return .windowsCP1251
    case "windows-1253": return .windowsCP1253
    case "windows-1254", "iso-8859-9": return .windowsCP1254
    case "shift_jis", "windows-31j": return .shiftJIS
    case "euc-jp": return .japaneseEUC
    default: return nil
    }
  }
}
