import NIOCore

extension ByteBuffer {
  /// Writes the node as HTML, escaped, in UTF-8.
  package mutating func write(_ node: Node) {
    var markup = Markup()
    markup.write(node)
    writeBytes(markup.bytes)
  }

  /// Writes a whole document: the doctype and the element.
  package mutating func writeDocument(_ node: Node) {
    writeStaticString("<!doctype html>\n")
    write(node)
    writeStaticString("\n")
  }
}

extension Node {
  /// The node as text, for mail and tests.
  package var rendered: String {
    var markup = Markup()
    markup.write(self)
    return String(decoding: markup.bytes, as: UTF8.self)
  }
}

/// The bytes of a page in the making. A page has thousands of small pieces, and an array takes each with less ado than a buffer
/// that can be written anywhere.
private struct Markup {
  private(set) var bytes: [UInt8] = []

  init() {
    bytes.reserveCapacity(16 << 10)
  }

  mutating func write(_ node: Node) {
    switch node {
    case .text(let text): writeEscaped(text)
    case .markup(let markup): append(markup)
    case .several(let nodes): for node in nodes { write(node) }
    case .element(let tag, let attributes, let content): write(tag, attributes, content)
    }
  }

  private mutating func write(_ tag: Tag, _ attributes: [Attribute], _ content: [Node]) {
    bytes.append(UInt8(ascii: "<"))
    append(tag.name)
    for attribute in attributes { write(attribute) }
    bytes.append(UInt8(ascii: ">"))
    guard !tag.isVoid else { return }
    for node in content { write(node) }
    append("</")
    append(tag.name)
    bytes.append(UInt8(ascii: ">"))
  }

  private mutating func write(_ attribute: Attribute) {
    bytes.append(UInt8(ascii: " "))
    append(attribute.name)
    guard let value = attribute.value else { return }
    append("=\"")
    writeEscaped(value)
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Text between clean bytes is copied in one go; only the five special characters and NUL are replaced.
  private mutating func writeEscaped(_ text: String) {
    var text = text
    text.withUTF8 { text in
      var clean = 0
      for index in text.indices where Self.isSpecial(text[index]) {
        bytes.append(contentsOf: text[clean..<index])
        append(Self.entity(for: text[index]))
        clean = index + 1
      }
      bytes.append(contentsOf: text[clean...])
    }
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case 0, UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): true
    default: false
    }
  }

  private static func entity(for byte: UInt8) -> StaticString {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: "\u{FFFD}"
    }
  }
}
