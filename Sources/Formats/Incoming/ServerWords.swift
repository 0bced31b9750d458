/// The text of a bounce in words: the server's part, without the mail it returns.
struct ServerWords {
  private let lines: [String]
  /// The beginning of the returned mail, if the text holds it.
  private let copy: ArraySlice<Substring>

  init(_ body: String) {
    var lines: [String] = []
    let all = body.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for line in all.prefix(400) {
      let text = String(line.prefix(1000))
      if Self.beginsCopy(FoldedText(text)) || Self.isTraceField(text) { break }
      lines.append(text.contains("@") ? text.replacing(/smtp[:=]|"/.ignoresCase(), with: " ") : text)
    }
    self.lines = lines
    copy = all.dropFirst(lines.count).prefix(100)
  }

  /// The header of the mail that the text returns.
  var returned: MailHeaders { HeaderBlock(Array(copy.joined(separator: "\n").utf8)[...]).headers }

  /// True if the text says in one sentence that it is about the mail to somebody.
  var tellsOfAddress: Bool { lines.contains { Self.told($0) != nil } }

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
  /// - Parameters:
  ///   - own: ours and the server's, in lower case.
  ///   - addressee: the report's own. Servers that pass the letter's header on name its recipient there, too.
  func addresses(besides own: Set<String>, to addressee: Set<String>) -> [String] {
    for others in [own, addressee] {
      let announced = announced(besides: others)
      if !announced.isEmpty { return announced }
    }
    let elsewhere = elsewhere(besides: own)
    return elsewhere.isEmpty ? self.elsewhere(besides: addressee) : elsewhere
  }

  private func elsewhere(besides own: Set<String>) -> [String] {
    let told = lines.compactMap(Self.told).filter { !Self.isOwn($0, own) }
    let named = told + lines.compactMap(Self.named).filter { !Self.isOwn($0, own) }
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
    if !named.isEmpty { return Self.unique(named + alone(after: index, besides: own, block)) }
    return Array(block.flatMap { MailAddress.all(in: $0) }.filter { !Self.isOwn($0, own) }.prefix(1))
  }

  /// The name alone, behind the announcement, of somebody at the server that reports.
  var bareName: String? {
    let index = lines.firstIndex { line in
      let folded = line.lowercased()
      return BounceWords.announcements.contains { folded.contains($0) }
    }
    guard let index, let line = lines[index...].dropFirst().first(where: { !$0.tidied.isEmpty }) else { return nil }
    return MailAddress(line.tidied + "@name.example") == nil ? nil : line.tidied
  }

  /// Further addresses on lines of their own, each with its reason below, where the first one stands so.
  private func alone(after index: Int, besides own: Set<String>, _ block: some Sequence<String>) -> [String] {
    func isAlone(_ line: String) -> Bool {
      MailAddress(line.tidied.filter { !"<>:".contains($0) }) != nil
    }
    guard block.first(where: { _ in true }).map(isAlone) == true else { return [] }
    return lines[index...].filter(isAlone).compactMap(Self.named).filter { !Self.isOwn($0, own) }
  }

  /// The address we wrote to, where sendmail says that the failing one was `expanded from` it, or exim that it was `generated from` it.
  func original(of address: String) -> String? {
    guard let index = lines.firstIndex(where: { !address.isEmpty && $0.contains(address) }) else { return nil }
    let below = lines[index...].dropFirst().prefix(3).prefix { !$0.tidied.isEmpty }
    let origin = below.first { $0.contains("expanded from") || $0.contains("generated from") }
    return origin.flatMap { MailAddress.first(in: $0)?.text }
  }

  /// True where the returned mail begins; a line about people who received no copy names them.
  private static func beginsCopy(_ line: FoldedText) -> Bool {
    line.contains(any: BounceWords.copyBegins) && !line.contains("not receive a copy")
  }

  /// A returned header without any mark before it begins with one of these.
  private static func isTraceField(_ line: String) -> Bool {
    guard let first = line.utf8.first, first | 0x20 == UInt8(ascii: "r") || first | 0x20 == UInt8(ascii: "m") else {
      return false
    }
    let folded = line.prefix(20).lowercased()
    return ["received: ", "return-path: ", "message-id: "].contains { folded.hasPrefix($0) }
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
    let alone = first.last == ":" ? first.dropLast() : first
    if let address = MailAddress(alone) { return address.text }
    let lower = bare.lowercased()
    guard BounceWords.labels.contains(where: { lower.hasPrefix($0) }) else { return nil }
    return MailAddress.first(in: String(bare))?.text
  }

  /// The address in `unable to deliver your message to anna@example.org`.
  private static func told(_ line: String) -> String? {
    for phrase in [
      "delivering your mail to ", "deliver your message to ", "deliver message to ", "delivered to: ",
      "deliver mail to ",
    ] {
      guard let place = line.range(of: phrase, options: .caseInsensitive) else { continue }
      let next = line[place.upperBound...].prefix { $0 != " " && $0 != "," }
      if let address = MailAddress(String(next).filter { !"<>".contains($0) }) { return address.text }
    }
    return nil
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
