import House

/// Parses a `multipart/form-data` body as it arrives (RFC 7578, RFC 2046 §5.1.1). It holds no more than the headers of
/// one part and a delimiter's length of bytes.
struct MultipartParser {
  enum Event: Sendable, Equatable {
    case part(MultipartHeader)
    case bytes([UInt8])
    case end
  }

  /// A body that no browser sends.
  struct Malformed: Error, Equatable {}

  private enum State {
    case preamble, afterDelimiter, header, content, epilogue
  }

  /// Browsers send a few hundred bytes.
  static let headerLimit = 8 << 10
  /// Something may come before the first part and after the last, but browsers send nothing.
  static let idleLimit = 8 << 10

  private let delimiter: [UInt8]
  private var state = State.preamble
  /// Bytes that have arrived and are not decided yet. The initial line end lets the first delimiter be found like all
  /// others.
  private var held: [UInt8] = Array("\r\n".utf8)
  private var idle = 0

  /// - Parameter boundary: as stated in the `Content-Type`.
  init(boundary: String) throws(Malformed) {
    guard (1...70).contains(boundary.utf8.count), boundary.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) else {
      throw Malformed()
    }
    delimiter = Array("\r\n--".utf8) + Array(boundary.utf8)
  }

  /// Takes in the next bytes and passes on the resulting events.
  mutating func feed(_ bytes: some Sequence<UInt8>, _ take: (Event) throws -> Void) throws {
    held.append(contentsOf: bytes)
    while try step(take) {}
  }

  /// - Throws: `Malformed` if the body stops before its closing delimiter, because it was cut off on the way.
  func finish() throws(Malformed) {
    guard state == .epilogue else { throw Malformed() }
  }

  /// - Returns: false if more bytes are needed.
  private mutating func step(_ take: (Event) throws -> Void) throws -> Bool {
    switch state {
    case .preamble: try skipPreamble()
    case .afterDelimiter: try readAfterDelimiter()
    case .header: try readHeader(take)
    case .content: try readContent(take)
    case .epilogue: try skip(held.count)
    }
  }

  private mutating func skipPreamble() throws -> Bool {
    guard let start = delimiterStart() else {
      return try skip(max(0, held.count - delimiter.count + 1))
    }
    drop(start + delimiter.count)
    state = .afterDelimiter
    return true
  }

  /// `--` closes the body; blanks and a line end begin a part.
  private mutating func readAfterDelimiter() throws -> Bool {
    guard held.count >= 2 else { return false }
    if held.starts(with: "--".utf8) {
      state = .epilogue
      return true
    }
    let blanks = held.prefix { $0 == 0x20 || $0 == 0x09 }.count
    guard blanks < 100 else { throw Malformed() }
    guard held.count >= blanks + 2 else { return false }
    guard held[blanks] == 0x0D, held[blanks + 1] == 0x0A else { throw Malformed() }
    // The line end stays, so that the empty line after a missing header is found as well.
    drop(blanks)
    state = .header
    return true
  }

  private mutating func readHeader(_ take: (Event) throws -> Void) throws -> Bool {
    guard let end = Self.index(of: Array("\r\n\r\n".utf8), in: held) else {
      guard held.count <= Self.headerLimit else { throw Malformed() }
      return false
    }
    guard end <= Self.headerLimit else { throw Malformed() }
    let lines = String(decoding: held[..<end], as: UTF8.self)
    try take(.part(try MultipartHeader(lines: lines)))
    // The end of the empty line may begin the delimiter of a part without content.
    drop(end + 2)
    isAtStart = true
    state = .content
    return true
  }

  /// True while the line end of the header still precedes the content.
  private var isAtStart = false

  private mutating func readContent(_ take: (Event) throws -> Void) throws -> Bool {
    let skipped = isAtStart ? 2 : 0
    guard let start = delimiterStart() else {
      let safe = held.count - delimiter.count + 1
      if safe > skipped {
        try take(.bytes(Array(held[skipped..<safe])))
        drop(safe)
        isAtStart = false
      }
      return false
    }
    if start > skipped { try take(.bytes(Array(held[skipped..<start]))) }
    try take(.end)
    drop(start + delimiter.count)
    isAtStart = false
    state = .afterDelimiter
    return true
  }

  /// - Throws: `Malformed` for a body that goes on and on without a part.
  private mutating func skip(_ count: Int) throws(Malformed) -> Bool {
    idle += count
    guard idle <= Self.idleLimit else { throw Malformed() }
    drop(count)
    return false
  }

  private func delimiterStart() -> Int? { Self.index(of: delimiter, in: held) }

  private mutating func drop(_ count: Int) { held.removeFirst(count) }

  private static func index(of needle: [UInt8], in bytes: [UInt8]) -> Int? {
    guard bytes.count >= needle.count else { return nil }
    return bytes.withUnsafeBufferPointer { bytes in
      let last = bytes.count - needle.count
      var start = 0
      while start <= last {
        guard let found = bytes[start...last].firstIndex(of: needle[0]) else { return nil }
        if needle.indices.allSatisfy({ bytes[found + $0] == needle[$0] }) { return found }
        start = found + 1
      }
      return nil
    }
  }
}
