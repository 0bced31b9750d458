/// Takes the content of a Word document as it streams by.
final class WordHandler: XMLHandler {
  private let draft: DocumentDraft
  private let links: [String: String]
  /// Text that was deleted or moved away, and the second form of text that is there already (§17.13, part 3 §10).
  private var skipped = SkippedElements(["del", "moveFrom", "Fallback", "sectPr", "rPr", "pict"])
  private var isText = false
  /// True in a run that is set as superscript.
  private var isRaised = false
  private var instruction: [UInt8]?

  init(links: [String: String], limits: ReadingLimits) {
    self.links = links
    draft = DocumentDraft(limits: limits)
  }

  func parts() throws -> [DocumentPart] { try draft.parts() }

  func start(_ element: XMLElement, line: () -> Int) throws {
    if element.name == "r" { isRaised = false }
    if element.name == "vertAlign", element["val"] == "superscript" { isRaised = true }
    guard !skipped.start(element.name) else { return }
    switch element.name {
    case "tbl": try draft.beginTable()
    case "tr": try draft.beginRow()
    case "tc": try draft.beginCell()
    case "gridSpan": draft.span(columns: element["val"].flatMap { Int($0) } ?? 1)
    case "vMerge": if element["val"] != "restart" { draft.continueFromAbove() }
    case "numPr": draft.beginItem()
    case "t": isText = true
    case "tab": if !isInProperties { try draft.text(draft.isInTable ? " " : "\t") }
    case "br", "cr": try draft.lineBreak()
    case "noBreakHyphen": try draft.text("-")
    case "pPr": isInProperties = true
    case "hyperlink": if let id = element["id"], let target = links[id] { draft.link(to: target) }
    case "instrText": instruction = []
    case "fldSimple": if let text = element["instr"] { follow(text) }
    default: break
    }
  }

  func end(_ name: String) throws {
    guard !skipped.end() else { return }
    switch name {
    case "tbl": try draft.endTable()
    case "tr": try draft.endRow()
    case "tc": try draft.endCell()
    case "p": try draft.endLine()
    case "t": isText = false
    case "pPr": isInProperties = false
    case "instrText":
      if let instruction { follow(String(decoding: instruction, as: UTF8.self)) }
      instruction = nil
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    guard !skipped.isSkipping else { return }
    if isText { try draft.text(isRaised ? RaisedText.written(bytes) : Array(bytes)) }
    if let count = instruction?.count, count < 2048 { instruction?.append(contentsOf: bytes) }
  }

  /// Inside a paragraph's properties, `tab` is a tab stop and not a character.
  private var isInProperties = false

  /// A field `HYPERLINK "mailto:…"` (§17.16.5.25).
  private func follow(_ instruction: String) {
    guard let start = instruction.range(of: "HYPERLINK") else { return }
    let target = instruction[start.upperBound...].split(separator: "\"").dropFirst().first
    if let target { draft.link(to: String(target)) }
  }
}
