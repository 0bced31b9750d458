/// Takes the tables and lines of a web page as it streams by.
final class WebPageHandler: HTMLHandler {
  private let draft: DocumentDraft
  private var skipped = SkippedElements([])
  private var skippedName = ""
  private var cards = PageCards()
  private var tables = 0
  /// Open `sup` elements.
  private var raised = 0

  init(limits: ReadingLimits) { draft = DocumentDraft(limits: limits) }

  /// Cards that look alike (a speaker's name, with the organisation below) become rows of a table; otherwise the tables
  /// and lines of the page.
  func parts() throws -> [DocumentPart] {
    let parts = try draft.parts()
    guard tables == 0, let table = cards.table() else { return parts }
    return [.table(table)] + parts
  }

  func start(_ tag: HTMLTag) throws {
    guard !isSkipped(tag) else { return }
    cards.start(tag)
    switch tag.name {
    case "table": try draft.beginTable()
    case "tr": if draft.isInTable { try draft.beginRow() }
    case "td", "th": if draft.isInTable { try beginCell(tag) }
    case "br": try breakLine()
    case "a": follow(tag)
    case "li": try beginItem()
    case "hr": try draft.blankLine()
    case "sup": raised += 1
    default: if Self.blocks.contains(tag.name) { try endBlock() }
    }
    if let hidden = tag["data-cfemail"], let address = ProtectedAddress.decode(hidden) {
      draft.link(to: "mailto:" + address)
      cards.link(address)
    }
  }

  func end(_ name: String) throws {
    if skipped.isSkipping {
      if name == skippedName { _ = skipped.end() }
      return
    }
    cards.end(name)
    switch name {
    case "table":
      if draft.isInTable { tables += 1 }
      try draft.endTable()
    case "tr": if draft.isInTable { try draft.endRow() }
    case "td", "th": try draft.endCell()
    case "ul", "ol", "article", "address", "dl": try draft.blankLine()
    case "sup": raised = max(0, raised - 1)
    default: if Self.blocks.contains(name) { try endBlock() }
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    guard !skipped.isSkipping else { return }
    var plain = SpacedBytes.collapsed(bytes)
    if raised > 0 { plain = RaisedText.written(plain) }
    cards.text(plain)
    try draft.text(plain)
  }

  private static let blocks: Set<String> = [
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "section", "article", "address", "blockquote",
    "figure", "figcaption", "main", "aside", "header", "pre", "ul", "ol", "dl", "form", "fieldset", "caption",
  ]
  private static let unread: Set<String> = [
    "script", "style", "noscript", "template", "nav", "footer", "select", "button", "svg", "head", "iframe", "object",
    "textarea", "title",
  ]
  private static let void: Set<String> = ["br", "hr", "img", "input", "meta", "link", "wbr", "area", "base", "col"]

  /// Within skipped content only tags of the same name count, because a forgiving parser may close others late.
  private func isSkipped(_ tag: HTMLTag) -> Bool {
    if skipped.isSkipping {
      if tag.name == skippedName { _ = skipped.start(tag.name) }
      return true
    }
    guard !Self.void.contains(tag.name) else { return false }
    let isHidden = tag["hidden"] != nil || tag["style"]?.replacing(" ", with: "").contains("display:none") == true
    guard Self.unread.contains(tag.name) || isHidden else { return false }
    skippedName = tag.name
    return skipped.start(tag.name, also: true)
  }

  private func beginCell(_ tag: HTMLTag) throws {
    try draft.beginCell()
    draft.span(
      columns: tag["colspan"].flatMap { Int($0) } ?? 1, rows: tag["rowspan"].flatMap { Int($0) } ?? 1)
  }

  private func beginItem() throws {
    try endBlock()
    draft.beginItem()
  }

  private func breakLine() throws {
    cards.breakLine()
    try draft.lineBreak()
  }

  private func endBlock() throws {
    cards.breakLine()
    try draft.endLine()
  }

  private func follow(_ tag: HTMLTag) {
    guard let target = tag["href"], let address = LinkTarget.address(target) else { return }
    draft.link(to: target)
    cards.link(address)
  }
}

/// An address that Cloudflare hid from robots on a page: hexadecimal, where the first byte is the key that the others
/// are XORed with. Browsers show it, so a saved page contains it for its readers too.
enum ProtectedAddress {
  static func decode(_ text: String) -> String? {
    let digits = text.utf8.compactMap(\.hexValue)
    guard digits.count == text.utf8.count, digits.count.isMultiple(of: 2), (4...600).contains(digits.count) else {
      return nil
    }
    let bytes = stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    return String(validating: bytes.dropFirst().map { $0 ^ bytes[0] }, as: UTF8.self)
  }
}

/// Text of a page: runs of white space are one space, as browsers show them. A tab between words on one line of the
/// source stays, since word processors use it to separate columns.
enum SpacedBytes {
  static func collapsed(_ bytes: some Collection<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var run: (isOpen: Bool, space: UInt8) = (false, .space)
    for byte in bytes {
      if byte.isBlank || byte.isLineEnd || byte == 0x0C {
        if !run.isOpen { run = (true, byte == .tab && !output.isEmpty ? .tab : .space) }
        if byte.isLineEnd { run.space = .space }
      } else {
        if run.isOpen { output.append(run.space) }
        run.isOpen = false
        output.append(byte)
      }
    }
    if run.isOpen { output.append(.space) }
    return output
  }
}
