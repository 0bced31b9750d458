import Foundation

/// A record of a BIFF stream, together with the records that continue it.
struct BIFFRecord {
  let kind: UInt16
  /// The first piece, and one for each record that continues it.
  var pieces: [Data]

  var data: Data { pieces.first ?? Data() }
}

/// Iterates over the records of a stream (MS-XLS 2.1.4).
struct BIFFRecords {
  private static let continuation: UInt16 = 0x3C
  private let stream: Data
  private var position: Int

  init(_ stream: Data, from position: Int) {
    self.stream = stream
    self.position = position
  }

  mutating func next() -> BIFFRecord? {
    guard let (kind, data) = take() else { return nil }
    var record = BIFFRecord(kind: kind, pieces: [data])
    while stream.word(at: position) == Self.continuation, let (_, more) = take() { record.pieces.append(more) }
    return record
  }

  private mutating func take() -> (UInt16, Data)? {
    guard let kind = stream.word(at: position), let length = stream.word(at: position + 2) else { return nil }
    let start = position + 4
    let end = min(start + Int(length), stream.count)
    position = end
    return (kind, Data(stream[min(start, end)..<end]))
  }
}

/// Reads strings that may run on into continuation records.
struct BIFFStrings {
  private let pieces: [Data]
  private var piece = 0
  private var offset = 0

  init(_ pieces: [Data], offset: Int = 0) {
    self.pieces = pieces
    self.offset = offset
  }

  /// XLUnicodeRichExtendedString (MS-XLS 2.5.293): where the characters run on, their width is stated again.
  mutating func next() -> String? {
    guard let count = word(), let flags = byte() else { return nil }
    let runs = flags & 8 != 0 ? Int(word() ?? 0) * 4 : 0
    let more = flags & 4 != 0 ? Int(word() ?? 0) | Int(word() ?? 0) << 16 : 0
    var isWide = flags & 1 != 0
    var units: [UInt16] = []
    while units.count < count {
      guard piece < pieces.count else { return nil }
      if offset >= pieces[piece].count {
        piece += 1
        offset = 0
        guard let flags = byte() else { return nil }
        isWide = flags & 1 != 0
      }
      guard let unit = isWide ? word() : byte().map(UInt16.init) else { return nil }
      units.append(unit)
    }
    skip(runs + more)
    return String(decoding: units, as: UTF16.self)
  }

  mutating func byte() -> UInt8? {
    while piece < pieces.count, offset >= pieces[piece].count {
      piece += 1
      offset = 0
    }
    guard piece < pieces.count else { return nil }
    defer { offset += 1 }
    return pieces[piece][offset]
  }

  private mutating func word() -> UInt16? {
    guard let low = byte(), let high = byte() else { return nil }
    return UInt16(low) | UInt16(high) << 8
  }

  private mutating func skip(_ count: Int) {
    var left = count
    while left > 0, piece < pieces.count {
      let step = min(left, pieces[piece].count - offset)
      offset += step
      left -= step
      if left > 0 {
        piece += 1
        offset = 0
      }
    }
  }
}
