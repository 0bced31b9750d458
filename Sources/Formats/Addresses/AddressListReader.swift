import Names

/// Reads people from the `To:` line of a mail or a list of addresses.
struct AddressListReader {
  /// Names without an address that are followed by a comma: `Adler` of `Adler, Anna <anna@example.org>`.
  private var pending: [AddressItems.Item] = []

  /// True if the text begins like a mail's header.
  static func begins(_ bytes: [UInt8]) -> Bool {
    var scanner = LineScanner(bytes)
    while let line = scanner.next() {
      let text = String(decoding: bytes[line.range].prefix(1 << 16), as: UTF8.self)
      if !text.tidied.isEmpty { return HeaderField(of: text) != nil }
    }
    return false
  }

  /// True if the text is such a list and not a table: it begins like a mail's header, or nearly all items are
  /// addresses.
  static func recognises(_ bytes: [UInt8]) -> Bool {
    var scanner = LineScanner(bytes)
    while let line = scanner.next() {
      let text = String(decoding: bytes[line.range].prefix(1 << 16), as: UTF8.self)
      guard !text.tidied.isEmpty else { continue }
      if HeaderField(of: text) != nil { return true }
      if HeaderWords.roughRole(of: text) != nil { return false }
      break
    }
    let start = Array(bytes.prefix(64 << 10))
    guard start.contains(.at) || start.contains(.semicolon), !start.contains(.tab) else { return false }
    return listsAddresses(start)
  }

  private static func listsAddresses(_ bytes: [UInt8]) -> Bool {
    var (all, addresses, rejected) = (0, 0, 0)
    var reader = AddressListReader()
    for item in AddressItems.items(of: bytes, lineLimit: 200, most: 2000) {
      for event in reader.events(of: item) {
        all += 1
        if case .person(let person) = event, !person.email.isEmpty { addresses += 1 }
        if case .rejected = event { rejected += 1 }
      }
    }
    let rest = reader.flush()
    all += rest.count
    rejected += rest.count { if case .rejected = $0 { true } else { false } }
    let isOneLine = !bytes.trimmed.contains(where: \.isLineEnd)
    // Outlook shows names without addresses, `Adler, Anna; Bach, Bo`.
    if isOneLine, rejected == 0, all > 2, bytes.count(where: { $0 == .semicolon }) + 1 >= all { return true }
    return addresses > 0 && addresses * 10 >= all * (isOneLine && addresses > 1 ? 5 : 8)
  }

  mutating func read(_ bytes: [UInt8], limits: ReadingLimits, into sink: ReadingSink) throws {
    let items = AddressItems.items(of: bytes, most: limits.rows + 1)
    guard items.count <= limits.rows else {
      throw Problem("import.problem.tooManyRows", ["limit": String(limits.rows)])
    }
    for (index, item) in items.enumerated() {
      for event in events(of: item) { try sink(event) }
      if index.isMultiple(of: 1000) { try sink(.progress(Double(index) / Double(items.count))) }
    }
    for event in flush() { try sink(event) }
  }

  private mutating func events(of item: AddressItems.Item) -> [ReadingEvent] {
    guard item.text.contains("@") else {
      pending.append(item)
      return item.endsWithComma ? [] : flush()
    }
    guard item.text.contains("<"), let family = pending.popLast() else { return flush() + [person(item)] }
    let whole = AddressItems.Item(line: family.line, text: family.text + ", " + item.text)
    return flush() + [person(whole)]
  }

  private func person(_ item: AddressItems.Item) -> ReadingEvent {
    let mailbox = Mailbox(header: item.text)
    guard let address = MailAddress.first(in: mailbox.address) else {
      let value = mailbox.address.isEmpty ? item.text : mailbox.address
      return .rejected(item.rejected(Problem("import.problem.badAddress", ["value": String(value.prefix(100))])))
    }
    var person = ListedPerson(email: address.text, line: item.line)
    if !mailbox.name.contains("@") { CellName(mailbox.name).fill(&person) }
    return .person(person)
  }

  /// Names alone are people, as when Outlook shows nothing else; a single word is more likely a broken address.
  private mutating func flush() -> [ReadingEvent] {
    defer { pending = [] }
    let texts = pending.map { EncodedWords.decode($0.text) }
    let whole = texts.joined(separator: ", ")
    if pending.count == 2, texts.allSatisfy({ !$0.contains(" ") }) || PersonName(whole).isTurned {
      var person = ListedPerson(line: pending[0].line)
      CellName(whole, isFamilyFirst: true).fill(&person)
      return [.person(person)]
    }
    return zip(pending, texts).map { item, text in
      guard text.contains(" "), text.contains(where: \.isLetter) else {
        return .rejected(item.rejected(Problem("import.problem.badAddress", ["value": String(text.prefix(100))])))
      }
      return .person(ListedPerson(name: PersonName.spoken(text), line: item.line))
    }
  }
}

extension AddressItems.Item {
  fileprivate func rejected(_ problem: Problem) -> RejectedRow {
    RejectedRow(line: line, problem: problem, cells: [text])
  }
}

extension [UInt8] {
  fileprivate var trimmed: ArraySlice<UInt8> {
    let end = lastIndex { !$0.isBlank && !$0.isLineEnd } ?? -1
    return self[...end].drop { $0.isBlank || $0.isLineEnd }
  }
}
