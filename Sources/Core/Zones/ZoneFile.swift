/// Reads a compiled zone: TZif, versions 1 to 4 (RFC 9636).
package enum ZoneFile {
  /// Real files have at most 4 kB.
  package static let largest = 1 << 16

  /// - Throws: the fault in the bytes. Nothing in them can make it trap, or take more memory than a few times their
  ///   length.
  package static func rules(_ bytes: [UInt8]) throws(ZoneProblem) -> ZoneRules {
    guard bytes.count <= largest else { throw .length }
    var cursor = ZoneFileCursor(bytes)
    let old = try ZoneFileHeader(&cursor)
    if old.version == 1 { return try ZoneFileBlock(&cursor, old, timeSize: 4).rules(nil) }
    // The first block repeats what fits into 32 bits, for old readers.
    _ = try cursor.take(old.length(timeSize: 4))
    let header = try ZoneFileHeader(&cursor)
    guard header.version == old.version else { throw .numbers }
    let block = try ZoneFileBlock(&cursor, header, timeSize: 8)
    return try block.rules(try footer(&cursor))
  }

  /// The text between two line feeds; nil if it is empty, which means that nobody knows what comes later.
  private static func footer(_ cursor: inout ZoneFileCursor) throws(ZoneProblem) -> ZoneFooter? {
    guard try cursor.take(1).first == UInt8(ascii: "\n") else { throw .footer }
    let text = cursor.rest.prefix { $0 != UInt8(ascii: "\n") }
    guard text.count < cursor.rest.count else { throw .footer }
    return text.isEmpty ? nil : try ZoneFooterReader.footer(text)
  }
}

/// A header and its six counts (RFC 9636 §3.1).
struct ZoneFileHeader {
  /// 1…4.
  let version: Int
  let times: Int
  let types: Int
  let characters: Int
  let leaps: Int
  let standardMarks: Int
  let universalMarks: Int

  init(_ cursor: inout ZoneFileCursor) throws(ZoneProblem) {
    guard try cursor.take(4).elementsEqual("TZif".utf8) else { throw .notZoneFile }
    guard let version = [0x00: 1, 0x32: 2, 0x33: 3, 0x34: 4][try cursor.number(1)] else { throw .notZoneFile }
    self.version = version
    _ = try cursor.take(15)
    (universalMarks, standardMarks) = (try cursor.count(), try cursor.count())
    (leaps, times) = (try cursor.count(), try cursor.count())
    (types, characters) = (try cursor.count(), try cursor.count())
  }

  /// The counts are below 2³², so that the sum can't overflow.
  func length(timeSize: Int) -> Int {
    times * (timeSize + 1) + types * 6 + characters + leaps * (timeSize + 4) + standardMarks + universalMarks
  }
}

/// Takes bytes from the front, never more than there are.
struct ZoneFileCursor {
  private(set) var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) {
    rest = bytes[...]
  }

  mutating func take(_ count: Int) throws(ZoneProblem) -> ArraySlice<UInt8> {
    guard count <= rest.count else { throw .length }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }

  /// A number of one to eight bytes, most significant first; with four or eight bytes it may be negative.
  mutating func number(_ size: Int) throws(ZoneProblem) -> Int {
    let bits = try take(size).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return size == 4 ? Int(Int32(truncatingIfNeeded: bits)) : Int(truncatingIfNeeded: bits)
  }

  mutating func count() throws(ZoneProblem) -> Int {
    let number = try number(4)
    guard number >= 0 else { throw .numbers }
    return number
  }
}
