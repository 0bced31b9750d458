import Foundation

/// Common German and English words as directions in one space, in which words with similar meanings lie close together,
/// whatever their language. `bin/word-table` makes the file; `docs/algorithms.md` describes its sources.
///
/// The file, with all numbers little-endian: "STWORDS1"; the number of words, the number of dimensions (even), and the
/// bytes of all keys, four bytes each; the keys of the words as in `Term.keys`, in ascending byte order, each ended by
/// a line feed; one byte per word for its rarity in units of 1/25; and for each word its direction, half a byte per
/// dimension, lower half first, 8 meaning zero.
package struct WordTable: Sendable {
  package enum FormatError: Error {
    case notAWordTable
    /// Fewer or more bytes than the head announces.
    case wrongSize(expected: Int, found: Int)
    case keysOutOfOrder
  }

  /// The negative decimal logarithm of a word's frequency in texts: 2 for "time", 6 for "viticulture".
  typealias Rarity = Double

  static let magic = Array("STWORDS1".utf8)
  static let headSize = 20
  static let rarityScale = 25.0

  package let dimensions: Int
  /// The number of words.
  package let count: Int
  private let data: Data
  /// The position of each key in the data, and the end of the last one.
  private let keys: [UInt32]

  /// - Parameter data: may be mapped from a file; it is read as words are requested.
  /// - Throws: `FormatError`.
  package init(_ data: Data) throws {
    let head = try WordTableHead(data)
    (dimensions, count) = (head.dimensions, head.count)
    self.data = data
    keys = try data.withUnsafeBytes { try Self.keys(in: $0, head) }
  }

  private static func keys(in bytes: UnsafeRawBufferPointer, _ head: WordTableHead) throws -> [UInt32] {
    var keys = [UInt32(headSize)]
    keys.reserveCapacity(head.count + 1)
    var rest = bytes[headSize..<head.raritiesStart]
    while let end = firstLineFeed(in: UnsafeRawBufferPointer(rebasing: rest)) {
      rest = rest.dropFirst(end + 1)
      keys.append(UInt32(rest.startIndex))
    }
    guard rest.isEmpty, keys.count == head.count + 1 else { throw FormatError.keysOutOfOrder }
    for place in 1..<max(1, head.count) {
      let (one, next) = (key(keys, place - 1, bytes), key(keys, place, bytes))
      guard order(one, next) < 0 else { throw FormatError.keysOutOfOrder }
    }
    return keys
  }

  private static func firstLineFeed(in bytes: UnsafeRawBufferPointer) -> Int? {
    guard let start = bytes.baseAddress, let found = memchr(start, 0x0A, bytes.count) else { return nil }
    return UnsafeRawPointer(found) - start
  }

  private static func key(_ keys: [UInt32], _ place: Int, _ bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: bytes[Int(keys[place])..<Int(keys[place + 1]) - 1])
  }

  /// Negative, zero or positive if the first comes before, with or after the second. Written with the C library's
  /// search and comparison, since a table is opened at the start.
  private static func order(_ one: UnsafeRawBufferPointer, _ other: UnsafeRawBufferPointer) -> Int {
    let common = min(one.count, other.count)
    guard common > 0, let left = one.baseAddress, let right = other.baseAddress else { return one.count - other.count }
    let order = memcmp(left, right, common)
    return order == 0 ? one.count - other.count : Int(order)
  }

  /// A word's position in the table.
  func place(of key: String) -> Int? {
    var key = key
    return key.withUTF8 { wanted in
      let wanted = UnsafeRawBufferPointer(wanted)
      return data.withUnsafeBytes { bytes in
        var (low, high) = (0, count)
        while low < high {
          let middle = (low + high) / 2
          if Self.order(Self.key(keys, middle, bytes), wanted) < 0 { low = middle + 1 } else { high = middle }
        }
        return low < count && Self.order(Self.key(keys, low, bytes), wanted) == 0 ? low : nil
      }
    }
  }

  func rarity(at place: Int) -> Rarity {
    Double(data[data.startIndex + Int(keys[count]) + place]) / Self.rarityScale
  }

  /// Adds a word's direction, of length 1, times a weight.
  func add(_ place: Int, weight: Float, to sum: inout [Float]) {
    data.withUnsafeBytes { bytes in
      let start = Int(keys[count]) + count + place * dimensions / 2
      let numbers = UnsafeRawBufferPointer(rebasing: bytes[start..<start + dimensions / 2])
      let square = numbers.reduce(0) { $0 + Self.squares[Int($1)] }
      guard square > 0 else { return }
      let scale = weight / Float(square).squareRoot()
      for (index, pair) in numbers.enumerated() {
        sum[2 * index] += Float(Int(pair & 15) - 8) * scale
        sum[2 * index + 1] += Float(Int(pair >> 4) - 8) * scale
      }
    }
  }

  /// The amount that a byte's two numbers add to the square of a direction's length.
  private static let squares: [Int] = (0..<256).map { byte in
    let (low, high) = (byte & 15 - 8, byte >> 4 - 8)
    return low * low + high * high
  }
}

/// The numbers at the front of a word table.
struct WordTableHead {
  let count: Int
  let dimensions: Int
  /// The position after the keys.
  let raritiesStart: Int

  init(_ data: Data) throws(WordTable.FormatError) {
    let head = [UInt8](data.prefix(WordTable.headSize))
    guard head.count == WordTable.headSize, head.starts(with: WordTable.magic) else { throw .notAWordTable }
    count = Self.number(head[8..<12])
    dimensions = Self.number(head[12..<16])
    raritiesStart = WordTable.headSize + Self.number(head[16..<20])
    guard dimensions.isMultiple(of: 2) else { throw .notAWordTable }
    let expected = raritiesStart + count + count * (dimensions / 2)
    guard expected == data.count else { throw .wrongSize(expected: expected, found: data.count) }
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
