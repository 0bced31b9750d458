import NIOCore

extension ByteBuffer {
  /// Writes the node as HTML, escaped, in UTF-8.
  package mutating func write(_ node: Node) {
    switch node {
    case .text(let text): writeEscaped(text)
    case .markup(let markup): writeStaticString(markup)
    case .several(let nodes): for node in nodes { write(node) }
    case .element(let tag, let attributes, let content): write(tag, attributes, content)
    }
  }

  /// Writes a whole document: the doctype and the element.
  package mutating func writeDocument(_ node: Node) {
    writeStaticString("<!doctype html>\n")
    write(node)
    writeStaticString("\n")
  }

  private mutating func write(_ tag: Tag, _ attributes: [Attribute], _ content: [Node]) {
    writeStaticString("<")
    writeStaticString(tag.name)
    for attribute in attributes { write(attribute) }
    writeStaticString(">")
    guard !tag.isVoid else { return }
    for node in content { write(node) }
    writeStaticString("</")
    writeStaticString(tag.name)
    writeStaticString(">")
  }

  private mutating func write(_ attribute: Attribute) {
    writeStaticString(" ")
    writeStaticString(attribute.name)
    guard let value = attribute.value else { return }
    writeStaticString("=\"")
    writeEscaped(value)
    writeStaticString("\"")
  }

  /// Text between clean bytes is copied in one go; only the five special characters and NUL are replaced.
  private mutating func writeEscaped(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      var clean = 0
      for index in bytes.indices {
        guard let entity = Self.entity(for: bytes[index]) else { continue }
        writeBytes(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[clean..<index]))
        writeStaticString(entity)
        clean = index + 1
      }
      writeBytes(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[clean...]))
    }
  }

  private static func entity(for byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    case 0: "\u{FFFD}"
    default: nil
    }
  }
}

extension Node {
  /// The node as text, for mail and tests.
  package var rendered: String {
    var buffer = ByteBuffer()
    buffer.write(self)
    return String(buffer: buffer)
  }
}
