/// Addresses that a text hides from robots: `anna (at) example.org`, `anna[at]example[dot]org`, `a.adler at example.org`.
enum HiddenAddresses {
  private static var form: Regex<(Substring, Substring, Substring, Substring)> {
    #/([A-Za-z0-9._%+-]+)( ?[\[({<] ?(?:at|AT|ät|@) ?[\])}>] ?| at | AT )([A-Za-z0-9-]+(?:(?:\.| ?[\[({] ?(?:dot|DOT|punkt|Punkt|\.) ?[\])}] ?)[A-Za-z0-9-]+)+)/#
  }
  private static var dot: Regex<Substring> { #/ ?[\[({] ?(?:dot|DOT|punkt|Punkt|\.) ?[\])}] ?/# }

  /// The text with its addresses written out; the same text if it hides none.
  static func shown(in text: String) -> String {
    guard mayHide(text) else { return text }
    return text.replacing(form) { match in
      let address = match.output.1 + "@" + match.output.3.replacing(dot, with: ".")
      let isWord = String(match.output.2).tidied.lowercased() == "at" && !isLocalPart(match.output.1)
      return isWord || MailAddress(address) == nil ? String(match.output.0) : String(address)
    }
  }

  /// Without brackets, `CTO at booking.example` is a job, and its address would be somebody else's: a word must look like
  /// the first half of an address.
  private static func isLocalPart(_ word: Substring) -> Bool {
    word.contains { $0.isNumber || "._+".contains($0) } && !word.contains(where: \.isUppercase)
  }

  /// A quick look: `at` in brackets or between spaces, and a dot.
  private static func mayHide(_ text: String) -> Bool {
    guard text.utf8.count <= 2000 else { return false }
    var (before, last) = (UInt8.space, UInt8.space)
    for byte in text.utf8 {
      let isEnd = byte == .space || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}")
      if isEnd || byte == UInt8(ascii: ">"), last | 0x20 == UInt8(ascii: "t"), before | 0x20 == UInt8(ascii: "a") {
        return true
      }
      if byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]"), last == .at { return true }
      if byte == 0xA4 || last == 0xA4 { return text.contains("ät") }
      (before, last) = (last, byte)
    }
    return false
  }
}

extension DocumentPart {
  /// With hidden addresses written out.
  var withShownAddresses: DocumentPart {
    switch self {
    case .table(let rows):
      .table(rows.map { DocumentRow(line: $0.line, cells: $0.cells.map(HiddenAddresses.shown)) })
    case .lines(let lines):
      .lines(lines.map { DocumentLine(line: $0.line, text: HiddenAddresses.shown(in: $0.text)) })
    }
  }
}
