/// One pass over a message (RFC 8259), which checks that it is one JSON object and finds the values of its members.
/// Nothing is decoded, so the time it takes depends only on the number of bytes, whatever they say.
struct MessageScan {
  /// The depth to which a message may nest, counting itself. The deepest that a page sends has six levels.
  static let depthLimit = 8

  private let bytes: [UInt8]
  private var position = 0
  private var members: [ArraySlice<UInt8>: Range<Int>] = [:]

  /// - Throws: `notJSON` for anything but a JSON object; `unreadable` for one that is too deep or names a member twice.
  init(_ text: String) throws(WireProblem) {
    bytes = Array(text.utf8)
    skipSpace()
    try expect("{")
    try object(depth: 1)
    skipSpace()
    guard position == bytes.count else { throw .notJSON }
  }

  /// The bytes of a member's value as received; nil if there is none.
  func value(_ name: String) -> ArraySlice<UInt8>? {
    members[ArraySlice(name.utf8)].map { bytes[$0] }
  }

  /// True if a member's value is written exactly like this.
  func has(_ name: String, _ value: String) -> Bool {
    self.value(name)?.elementsEqual(value.utf8) ?? false
  }

  /// A string without escapes, as names and ids are written.
  func plainString(_ name: String) -> String? {
    guard let value = value(name), value.count >= 2, value.first == UInt8(ascii: "\""),
      !value.contains(UInt8(ascii: "\\"))
    else { return nil }
    return String(decoding: value.dropFirst().dropLast(), as: UTF8.self)
  }

  private mutating func value(depth: Int) throws(WireProblem) {
    guard depth <= Self.depthLimit else { throw .unreadable }
    guard let byte = peek else { throw .notJSON }
    position += 1
    switch byte {
    case UInt8(ascii: "{"): try object(depth: depth)
    case UInt8(ascii: "["): try array(depth: depth)
    case UInt8(ascii: "\""): try string()
    case UInt8(ascii: "t"): try literal("rue")
    case UInt8(ascii: "f"): try literal("alse")
    case UInt8(ascii: "n"): try literal("ull")
    default: try number(from: byte)
    }
  }

  /// Called after the opening brace.
  private mutating func object(depth: Int) throws(WireProblem) {
    try list(until: "}") { scan throws(WireProblem) in
      let start = scan.position + 1
      try scan.expect("\"")
      try scan.string()
      let name = scan.bytes[start..<scan.position - 1]
      scan.skipSpace()
      try scan.expect(":")
      scan.skipSpace()
      let valueStart = scan.position
      try scan.value(depth: depth + 1)
      guard depth == 1 else { return }
      guard scan.members.updateValue(valueStart..<scan.position, forKey: name) == nil else { throw .unreadable }
    }
  }

  private mutating func array(depth: Int) throws(WireProblem) {
    try list(until: "]") { scan throws(WireProblem) in try scan.value(depth: depth + 1) }
  }

  private mutating func list(
    until end: Unicode.Scalar, _ item: (inout MessageScan) throws(WireProblem) -> Void
  ) throws(WireProblem) {
    skipSpace()
    if take(end) { return }
    repeat {
      skipSpace()
      try item(&self)
      skipSpace()
    } while take(",")
    try expect(end)
  }

  /// Called after the opening quotation mark. The bytes were checked to be UTF-8 on arrival.
  private mutating func string() throws(WireProblem) {
    while let byte = peek {
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return
      case UInt8(ascii: "\\"): try escape()
      case ..<0x20: throw .notJSON
      default: break
      }
    }
    throw .notJSON
  }

  private mutating func escape() throws(WireProblem) {
    guard let byte = peek else { throw .notJSON }
    position += 1
    if byte == UInt8(ascii: "u") {
      for _ in 0..<4 {
        guard let digit = peek, Unicode.Scalar(digit).properties.isASCIIHexDigit else { throw .notJSON }
        position += 1
      }
    } else if !"\"\\/bfnrt".utf8.contains(byte) {
      throw .notJSON
    }
  }

  private mutating func literal(_ rest: StaticString) throws(WireProblem) {
    for index in 0..<rest.utf8CodeUnitCount {
      guard peek == rest.utf8Start[index] else { throw .notJSON }
      position += 1
    }
  }

  private mutating func number(from first: UInt8) throws(WireProblem) {
    position -= first == UInt8(ascii: "-") ? 0 : 1
    if !take("0") { try digits() }
    if take(".") { try digits() }
    guard take("e") || take("E") else { return }
    if !take("+") { _ = take("-") }
    try digits()
  }

  private mutating func digits() throws(WireProblem) {
    let start = position
    while let byte = peek, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
    guard position > start else { throw .notJSON }
  }

  private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipSpace() {
    while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard peek == UInt8(ascii: scalar) else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ scalar: Unicode.Scalar) throws(WireProblem) {
    guard take(scalar) else { throw .notJSON }
  }
}
