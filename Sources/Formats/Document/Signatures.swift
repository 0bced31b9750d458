import Names

/// The ends of mails, one or several below each other: a name, below it the job and the organisation, then telephone,
/// street and address.
struct Signatures {
  private struct Signature {
    var line: Int
    var name: String
    var words: [String] = []
    var address = ""
  }

  /// Nil unless each address stands below a name of its own, and numbers to call beside them.
  static func rows(of part: DocumentPart) -> [DocumentRow]? {
    guard case .lines(let lines) = part, lines.count <= 400, lines.contains(where: { isNumber($0.text) }) else {
      return nil
    }
    var found: [Signature] = []
    for line in lines where !line.text.isEmpty && !isNumber(line.text) {
      if let address = MailAddress.first(in: line.text) {
        guard let last = found.last, last.address.isEmpty else { return nil }
        found[found.count - 1].address = address.text
      } else if found.last?.address.isEmpty ?? true, let open = found.last {
        guard open.words.count < 8 else { return nil }
        if !isPage(line.text) { found[found.count - 1].words += line.text.split(separator: " | ").map { String($0) } }
      } else if isName(line.text) {
        found.append(Signature(line: line.line, name: line.text))
      }
    }
    guard !found.isEmpty, found.allSatisfy({ !$0.address.isEmpty }) else { return nil }
    return found.map {
      DocumentRow(line: $0.line, cells: [([$0.name] + $0.words).joined(separator: "\n"), $0.address])
    }
  }

  /// At least two words that are a name and no greeting.
  private static func isName(_ line: String) -> Bool {
    line.contains(" ") && !line.contains(",") && !line.contains(":") && line.count < 60
      && NoPerson.problem(ofLine: line) == nil && PersonLine.mayBeName(line) && !NameWords.mentionsPosition(line)
  }

  /// `Tel.: +49 30 1234`, `M +44 7700 900123`, `Weg 1, 12345 Ort`: a line with many digits.
  private static func isNumber(_ line: String) -> Bool {
    !line.contains("@") && line.count(where: \.isNumber) >= 5
  }

  private static func isPage(_ line: String) -> Bool {
    !line.contains(" ") && (line.hasPrefix("www.") || line.hasPrefix("http"))
  }
}
