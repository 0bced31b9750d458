/// The text of a bounce in words: the server's part, without the mail it returns.
struct ServerWords {
  private let lines: [String]

  init(_ body: String) {
    var lines: [String] = []
    for line in body.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).prefix(400) {
      let text = String(line.prefix(1000))
      let folded = text.lowercased()
      if Self.beginsCopy(folded) { break }
      if ["received: ", "return-path: ", "message-id: "].contains(where: { folded.hasPrefix($0) }) { break }
      lines.append(text.contains("@") ? text.replacing(/smtp[:=]|"/.ignoresCase(), with: " ") : text)
    }
    self.lines = lines
  }

  var said: String { lines.joined(separator: "\n") }

  /// True if the text begins as only a server's does.
  var opensAsServer: Bool {
    let first = lines.lazy.map { $0.tidied.drop { !$0.isLetter } }.filter { !$0.isEmpty }.prefix(4)
    return first.contains { line in
      let folded = line.lowercased()
      return BounceWords.openings.contains { folded.hasPrefix($0) }
    }
  }

  /// True if a line is nothing but somebody's address in angle brackets and a colon, as qmail and its kin write (QSBMF).
  var namesByBrackets: Bool {
    lines.contains { line in
      let text = line.tidied
      return text.hasPrefix("<") && text.hasSuffix(">:") && MailAddress(String(text.dropLast())) != nil
    }
  }

  /// The addresses whose mail failed: those behind an announcement of failures, otherwise those at the beginning of a line, otherwise those
  /// after RCPT TO, otherwise the first address.
  /// - Parameter own: in lower case.
  func addresses(besides own: Set<String>) -> [String] {
    let announced = announced(besides: own)
    if !announced.isEmpty { return announced }
    let named = lines.compactMap(Self.named).filter { !Self.isOwn($0, own) }
    if !named.isEmpty { return Self.unique(named) }
    let asked = lines.filter { $0.lowercased().contains("rcpt to") }.flatMap { MailAddress.all(in: $0) }
    let all = asked + lines.flatMap { MailAddress.all(in: $0.replacing("mailto:", with: " ")) }
    return Array(Self.unique(all.filter { !Self.isOwn($0, own) }).prefix(1))
  }

  /// The block behind the announcement: lines that begin with addresses, else the first address in them.
  private func announced(besides own: Set<String>) -> [String] {
    let index = lines.firstIndex { line in
      let folded = line.lowercased()
      return BounceWords.announcements.contains { folded.contains($0) }
    }
    guard let index else { return [] }
    let block = lines[index...].dropFirst().drop { $0.tidied.isEmpty }.prefix { !$0.tidied.isEmpty }.prefix(30)
    let named = block.compactMap(Self.named).filter { !Self.isOwn($0, own) }
    if !named.isEmpty { return Self.unique(named) }
    return Array(block.flatMap { MailAddress.all(in: $0) }.filter { !Self.isOwn($0, own) }.prefix(1))
  }

  /// True where the returned mail begins; a line about people who received no copy names them.
  private static func beginsCopy(_ line: String) -> Bool {
    BounceWords.copyBegins.contains { line.contains($0) } && !line.contains("not receive a copy")
  }

  /// The text after the address, in one line.
  func reason(for address: String) -> String {
    let index = lines.firstIndex { !address.isEmpty && $0.contains(address) }
    guard let index else { return "" }
    let block = lines[index...].prefix(6).prefix { !$0.tidied.isEmpty }.joined(separator: " ")
    return String(block.inOneLine.tidied.prefix(300))
  }

  /// `<anna@example.org>:` as in qmail and Postfix, an indented address as in exim, a bullet, or a label in front.
  private static func named(_ line: String) -> String? {
    let text = line.tidied
    guard text.contains("@"), text.utf8.count < 400 else { return nil }
    let bare = text.drop { "*•-–>'\"".contains($0) || $0 == " " }
    guard let first = bare.split(whereSeparator: { $0 == " " || $0 == ";" || $0 == "(" }).first else { return nil }
    if let address = MailAddress(String(first)) { return address.text }
    let lower = bare.lowercased()
    guard BounceWords.labels.contains(where: { lower.hasPrefix($0) }) else { return nil }
    return MailAddress.first(in: String(bare))?.text
  }

  private static func isOwn(_ address: String, _ own: Set<String>) -> Bool {
    let address = address.lowercased()
    return own.contains(address) || BounceWords.machines.contains { address.hasPrefix($0 + "@") }
  }

  private static func unique(_ addresses: [String]) -> [String] {
    var seen: Set<String> = []
    return addresses.filter { seen.insert($0.lowercased()).inserted }
  }
}
