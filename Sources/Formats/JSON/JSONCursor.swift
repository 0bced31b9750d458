/// Walks through a large JSON text (RFC 8259, UTF-8) of known shape without building a tree of values: a hundred
/// thousand people as numbers take a tenth of a second.
///
/// Problems: `import.problem.brokenJSON` with `line`, `import.problem.tooDeep` with `limit`.
package struct JSONCursor {
  private let bytes: [UInt8]
  private var position = 0
  private static let depthLimit = 64

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// Calls `member` with each key, positioned before its value, which it must read or skip.
  package mutating func object(_ member: (inout JSONCursor, String) throws -> Void) throws {
    try list(from: UInt8(ascii: "{"), to: UInt8(ascii: "}")) { cursor in
      let key = try cursor.string()
      try cursor.expect(.colon)
      try member(&cursor, key)
    }
  }

  /// Calls `element` before each element, which it must read or skip.
  package mutating func array(_ element: (inout JSONCursor) throws -> Void) throws {
    try list(from: UInt8(ascii: "["), to: UInt8(ascii: "]"), element)
  }

  package mutating func integers() throws -> [Int] {
    var numbers: [Int] = []
    try array { numbers.append(try $0.integer()) }
    return numbers
  }

  /// A whole number without fraction and exponent.
  package mutating func integer() throws -> Int {
    skipSpace()
    let isNegative = take(UInt8(ascii: "-"))
    let start = position
    var value = 0
    while position < bytes.count, bytes[position].isASCIIDigit {
      let (tens, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, more) = tens.addingReportingOverflow(Int(bytes[position] & 0x0F))
      if overflow || more { throw broken() }
      value = sum
      position += 1
    }
    if position == start { throw broken() }
    return isNegative ? -value : value
  }

  /// A string without escapes, which keys don't have.
  package mutating func string() throws -> String {
    try expect(.quote)
    let start = position
    while position < bytes.count, bytes[position] != .quote {
      if bytes[position] == .backslash { throw broken() }
      position += 1
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    try expect(.quote)
    return text
  }

  /// Skips any value.
  package mutating func skip() throws { try skip(depth: 0) }

  /// Nothing but space may follow.
  package mutating func end() throws {
    skipSpace()
    if position < bytes.count { throw broken() }
  }

  private mutating func skip(depth: Int) throws {
    guard depth < Self.depthLimit else { throw Problem("import.problem.tooDeep", ["limit": String(Self.depthLimit)]) }
    skipSpace()
    guard position < bytes.count else { throw broken() }
    switch bytes[position] {
    case UInt8(ascii: "{"): try object { cursor, _ in try cursor.skip(depth: depth + 1) }
    case UInt8(ascii: "["): try array { try $0.skip(depth: depth + 1) }
    case .quote: try skipString()
    default: try skipWord()
    }
  }

  private mutating func skipString() throws {
    position += 1
    while position < bytes.count, bytes[position] != .quote { position += bytes[position] == .backslash ? 2 : 1 }
    try expect(.quote)
  }

  /// A number or one of the three literals.
  private mutating func skipWord() throws {
    let start = position
    while position < bytes.count,
      bytes[position].isASCIILetter || bytes[position].isASCIIDigit || "+-.".utf8.contains(bytes[position])
    {
      position += 1
    }
    if position == start { throw broken() }
  }

  private mutating func list(from start: UInt8, to end: UInt8, _ item: (inout JSONCursor) throws -> Void) throws {
    try expect(start)
    skipSpace()
    if take(end) { return }
    repeat {
      try item(&self)
      skipSpace()
    } while take(.comma)
    try expect(end)
  }

  @inline(__always)
  private mutating func skipSpace() {
    while position < bytes.count, bytes[position].isBlank || bytes[position].isLineEnd { position += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ byte: UInt8) throws {
    skipSpace()
    guard take(byte) else { throw broken() }
  }

  private func broken() -> Problem {
    Problem("import.problem.brokenJSON", ["line": String(bytes.prefix(position).count { $0 == 0x0A } + 1)])
  }
}
