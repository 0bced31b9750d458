import Foundation

/// Reads JSON (RFC 8259) from UTF-8, or UTF-16 with a byte order mark.
///
/// Problems: `import.problem.brokenJSON` with `line`, `import.problem.tooDeep` and `import.problem.tooManyValues` with
/// `limit`.
struct JSONReader {
  private let bytes: [UInt8]
  private let depthLimit: Int
  /// A value takes many times the memory of its few bytes of text.
  private let countLimit: Int
  private var count = 0
  private var position = 0
  /// The number of members in the latest object of each depth: its neighbours are mostly as large, and room for as many
  /// is half the memory of arrays that grow.
  private var sizes: [Int]

  static func value(of data: Data, limits: ReadingLimits) throws -> JSONValue {
    try value(of: utf8(data), limits: limits)
  }

  /// - Parameter bytes: UTF-8 without byte order mark.
  static func value(of bytes: [UInt8], limits: ReadingLimits) throws -> JSONValue {
    var reader = JSONReader(bytes: bytes, limits: limits)
    let value = try reader.value(depth: 0)
    reader.skipSpace()
    guard reader.position == reader.bytes.count else { throw reader.broken() }
    return value
  }

  private init(bytes: [UInt8], limits: ReadingLimits) {
    self.bytes = bytes
    depthLimit = limits.depth
    countLimit = limits.rows * 4
    sizes = Array(repeating: 0, count: limits.depth + 1)
  }

  private static func utf8(_ data: Data) -> [UInt8] {
    if data.starts(with: [0xEF, 0xBB, 0xBF]) { return Array(data.dropFirst(3)) }
    let isUTF16 = data.starts(with: [0xFE, 0xFF]) || data.starts(with: [0xFF, 0xFE])
    guard isUTF16, let text = String(data: data, encoding: .utf16) else { return Array(data) }
    return Array(text.utf8)
  }

  private mutating func value(depth: Int) throws -> JSONValue {
    guard depth < depthLimit else { throw Problem("import.problem.tooDeep", ["limit": String(depthLimit)]) }
    count += 1
    guard count <= countLimit else { throw Problem("import.problem.tooManyValues", ["limit": String(countLimit)]) }
    skipSpace()
    switch peek {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try literal("true", .bool(true))
    case UInt8(ascii: "f"): return try literal("false", .bool(false))
    case UInt8(ascii: "n"): return try literal("null", .null)
    default: return .number(try number())
    }
  }

  private mutating func object(depth: Int) throws -> JSONValue {
    var members: [JSONValue.Member] = []
    members.reserveCapacity(min(sizes[depth], 1024))
    try list(until: UInt8(ascii: "}")) { reader in
      reader.skipSpace()
      guard reader.peek == UInt8(ascii: "\"") else { throw reader.broken() }
      let key = try reader.string()
      reader.skipSpace()
      try reader.expect(UInt8(ascii: ":"))
      members.append(JSONValue.Member(key: key, value: try reader.value(depth: depth + 1)))
    }
    sizes[depth] = members.count
    return .object(members)
  }

  private mutating func array(depth: Int) throws -> JSONValue {
    var elements: [JSONValue] = []
    try list(until: UInt8(ascii: "]")) { reader in elements.append(try reader.value(depth: depth + 1)) }
    return .array(elements)
  }

  private mutating func list(until end: UInt8, item: (inout JSONReader) throws -> Void) throws {
    position += 1
    skipSpace()
    if take(end) { return }
    repeat {
      try item(&self)
      skipSpace()
    } while take(UInt8(ascii: ","))
    try expect(end)
  }

  private mutating func literal(_ word: StaticString, _ value: JSONValue) throws -> JSONValue {
    let letters = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    guard bytes[position...].starts(with: letters) else { throw broken() }
    position += letters.count
    return value
  }

  private mutating func number() throws -> String {
    let start = position
    _ = take(UInt8(ascii: "-"))
    if !take(UInt8(ascii: "0")) { try digits() }
    if take(UInt8(ascii: ".")) { try digits() }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      try digits()
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func digits() throws {
    let start = position
    while let byte = peek, (0x30...0x39).contains(byte) { position += 1 }
    if position == start { throw broken() }
  }

  private mutating func string() throws -> String {
    position += 1
    var text: [UInt8] = []
    while true {
      let start = position
      while let byte = peek, byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") { position += 1 }
      text += bytes[start..<position]
      if take(UInt8(ascii: "\"")) { return String(decoding: text, as: UTF8.self) }
      try expect(UInt8(ascii: "\\"))
      try escape(into: &text)
    }
  }

  private mutating func escape(into text: inout [UInt8]) throws {
    guard let letter = peek else { throw broken() }
    position += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): text += String(try escapedCharacters()).utf8
    default: throw broken()
    }
  }

  /// One `\uXXXX`, or two that are a surrogate pair; half a pair becomes U+FFFD.
  private mutating func escapedCharacters() throws -> Character {
    let high = try codeUnit()
    let next = [UInt8(ascii: "\\"), UInt8(ascii: "u")]
    guard UTF16.isLeadSurrogate(high), bytes[position...].starts(with: next) else {
      return Character(Unicode.Scalar(high) ?? "\u{FFFD}")
    }
    let before = position
    position += 2
    let low = try codeUnit()
    guard UTF16.isTrailSurrogate(low) else {
      position = before
      return "\u{FFFD}"
    }
    return Character(UTF16.decode(UTF16.EncodedScalar([high, low])))
  }

  private mutating func codeUnit() throws -> UInt16 {
    guard bytes.count >= position + 4 else { throw broken() }
    var unit: UInt16 = 0
    for byte in bytes[position..<position + 4] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { throw broken() }
      unit = unit << 4 | UInt16(digit)
    }
    position += 4
    return unit
  }

  private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ byte: UInt8) throws {
    guard take(byte) else { throw broken() }
  }

  private mutating func skipSpace() {
    while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
  }

  private func broken() -> Problem {
    let line = bytes.prefix(position).count { $0 == 0x0A } + 1
    return Problem("import.problem.brokenJSON", ["line": String(line)])
  }
}
