import Foundation

/// Takes the tokens of RTF and keeps track of what each group inherits.
struct RichTextHandler {
  private struct Group {
    var isSkipped = false
    /// Characters after `\u` that replace it in old programs.
    var fallback = 1
    var isInstruction = false
    var isHidden = false
    var isRaised = false
  }

  private static let mostGroups = 10_000
  private let draft: DocumentDraft
  private var groups = [Group()]
  private var charset = String.Encoding.windowsCP1252
  private var bytes: [UInt8] = []
  private var units: [UInt16] = []
  private var fallbackLeft = 0
  private var isStarred = false
  private var isInTable = false
  private var instruction: [UInt8] = []

  init(limits: ReadingLimits) { draft = DocumentDraft(limits: limits) }

  mutating func parts() throws -> [DocumentPart] {
    try flush()
    return try draft.parts()
  }

  mutating func take(_ token: RichTextScanner.Token) throws {
    switch token {
    case .open:
      try flush()
      guard groups.count < Self.mostGroups else {
        throw Problem("import.problem.tooDeep", ["limit": String(Self.mostGroups)])
      }
      groups.append(groups.last ?? Group())
    case .close: try closeGroup()
    case .word(let name, let number): try take(word: name, number)
    case .symbol(let symbol): try take(symbol: symbol)
    case .byte(let byte): try add(byte)
    case .text(let text): for byte in text { try add(byte) }
    case .binary: break
    }
  }

  private var group: Group { groups.last ?? Group() }

  private mutating func closeGroup() throws {
    try flush()
    guard groups.count > 1, let closed = groups.popLast() else { return }
    if closed.isInstruction, !group.isInstruction { follow() }
  }

  private mutating func take(symbol: UInt8) throws {
    switch symbol {
    case UInt8(ascii: "*"): isStarred = true
    case UInt8(ascii: "~"): try addText(" ")
    case UInt8(ascii: "_"): try addText("-")
    case UInt8(ascii: "-"), .colon, .pipe: break
    case .lineFeed, .carriageReturn: try endParagraph()
    default: try add(symbol)
    }
  }

  private mutating func take(word: String, _ number: Int?) throws {
    if word == "u" { return try addUnit(number ?? 0) }
    try flush()
    let starts = isStarred
    isStarred = false
    if word == "fldinst" { return change { ($0.isInstruction, $0.isSkipped) = (true, false) } }
    if Self.destinations.contains(word) || (starts && word != "shppict") { return change { $0.isSkipped = true } }
    switch word {
    case "ansicpg": charset = RichTextCharset.encoding(page: number ?? 1252)
    case "mac": charset = .macOSRoman
    case "uc": change { $0.fallback = min(max(number ?? 1, 0), 8) }
    case "v": change { $0.isHidden = number != 0 }
    case "super": change { $0.isRaised = number != 0 }
    case "nosupersub": change { $0.isRaised = false }
    case "plain": change { ($0.isHidden, $0.isRaised) = (false, false) }
    default: if !group.isSkipped, !group.isInstruction { try layOut(word) }
    }
  }

  private mutating func layOut(_ word: String) throws {
    switch word {
    case "par", "sect", "page": try endParagraph()
    case "line": try draft.lineBreak()
    case "tab": try draft.text(isInTable ? " " : "\t")
    case "trowd", "intbl": isInTable = true
    case "pard": isInTable = false
    case "cell", "nestcell":
      try openCell()
      try draft.endCell()
    case "row", "nestrow":
      try draft.endRow()
      isInTable = false
    case "emdash": try addText("—")
    case "endash": try addText("–")
    case "lquote", "rquote": try addText("’")
    case "ldblquote", "rdblquote": try addText("\"")
    case "bullet": try addText("•")
    case "emspace", "enspace", "qmspace": try addText(" ")
    default: break
    }
  }

  private static let destinations: Set<String> = [
    "fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "header", "footer", "headerl", "headerr", "headerf",
    "footerl", "footerr", "footerf", "footnote", "annotation", "listtable", "listoverridetable", "revtbl", "rsidtbl",
    "generator", "themedata", "xmlnstbl", "latentstyles", "datastore", "nonshppict", "deleted", "listtext", "pntext",
    "nonesttables",
  ]

  private mutating func change(_ body: (inout Group) -> Void) {
    if let last = groups.indices.last { body(&groups[last]) }
  }

  private mutating func endParagraph() throws {
    if isInTable { try openCell() }
    try draft.endLine()
  }

  /// Text of a table's cell may come before any sign that a table begins.
  private mutating func openCell() throws {
    if !draft.isInTable { try draft.beginTable() }
    if !draft.isInCell { try draft.beginCell() }
    isInTable = true
  }

  private mutating func add(_ byte: UInt8) throws {
    if fallbackLeft > 0 {
      fallbackLeft -= 1
      return
    }
    if !units.isEmpty { try flush() }
    bytes.append(byte)
    if bytes.count >= 8192 { try flush() }
  }

  private mutating func addUnit(_ number: Int) throws {
    if fallbackLeft == 0, !bytes.isEmpty { try flush() }
    fallbackLeft = group.fallback
    units.append(UInt16(truncatingIfNeeded: number))
  }

  private mutating func addText(_ text: String) throws {
    try flush()
    try write(text)
  }

  private mutating func flush() throws {
    fallbackLeft = 0
    if !units.isEmpty { try write(String(decoding: units, as: UTF16.self)) }
    units.removeAll(keepingCapacity: true)
    guard !bytes.isEmpty else { return }
    let plain = bytes.allSatisfy { $0 < 0x80 }
    let text = plain ? nil : String(data: Data(bytes), encoding: charset)
    try write(text ?? String(decoding: bytes, as: UTF8.self))
    bytes.removeAll(keepingCapacity: true)
  }

  private mutating func write(_ text: String) throws {
    guard !group.isSkipped, !group.isHidden else { return }
    if group.isInstruction {
      if instruction.count < 4096 { instruction.append(contentsOf: text.utf8) }
      return
    }
    if isInTable {
      try openCell()
    } else if draft.isInTable {
      try draft.endTable()
    }
    if group.isRaised { try draft.text(RaisedText.written(text.utf8)) } else { try draft.text(text) }
  }

  /// A field `HYPERLINK "mailto:…"`.
  private mutating func follow() {
    let text = String(decoding: instruction, as: UTF8.self)
    instruction = []
    guard let start = text.range(of: "HYPERLINK") else { return }
    let target = text[start.upperBound...].split { "\" ".contains($0) }.first { $0.lowercased().hasPrefix("mailto:") }
    guard let target else { return }
    if isInTable { try? openCell() }
    draft.link(to: String(target))
  }
}

/// The encodings behind Windows' code pages.
enum RichTextCharset {
  static func encoding(page: Int) -> String.Encoding {
    switch page {
    case 1250: .windowsCP1250
    case 1251: .windowsCP1251
    case 1253: .windowsCP1253
    case 1254: .windowsCP1254
    case 932: .shiftJIS
    case 10000: .macOSRoman
    case 65001: .utf8
    default: .windowsCP1252
    }
  }
}
