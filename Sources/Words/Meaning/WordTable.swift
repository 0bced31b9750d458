import Foundation

/// Common German and English words as directions in one space, in which words of like meaning lie close together, whatever
/// their language. `bin/word-table` makes the file; `docs/algorithms.md` tells from what.
///
/// The file, all numbers little-endian: "STWORDS1"; the number of words, the number of dimensions, and the bytes of all keys,
/// four bytes each; the keys of the words as `Term.keys` has them, in ascending order of bytes, each ended by a line feed;
/// a byte per word for its rarity in 1/25; and for each word its direction, one signed byte per dimension.
package struct WordTable: Sendable {
  package enum FormatError: Error {
    case notAWordTable
    /// Fewer or more bytes than the head announces.
    case wrongSize(expected: Int, found: Int)
    case keysOutOfOrder
  }

  /// The negative decimal logarithm of how often a word occurs in texts: 2 for "time", 6 for "viticulture".
  typealias Rarity = Double

  static let magic = Array("STWORDS1".utf8)
  static let headSize = 20
  static let rarityScale = 25.0

  package let dimensions: Int
  /// The number of words.
  package let count: Int
  private let data: Data
  /// Where each key begins in the data, and where the last one ends.
  private let keys: [UInt32]

  /// - Parameter data: may be mapped from a file; it is read as words are asked for.
  /// - Throws: `FormatError`.
  package init(_ data: Data) throws {
    let head = try WordTableHead(data)
    (dimensions, count) = (head.dimensions, head.count)
    self.data = data
    keys = try data.withUnsafeBytes { try Self.keys(in: $0, head) }
  }

  private static func keys(in bytes: UnsafeRawBufferPointer, _ head: WordTableHead) throws -> [UInt32] {
    var keys: [UInt32] = [UInt32(headSize)]
    keys.reserveCapacity(head.count + 1)
    for position in headSize..<head.raritiesStart where bytes[position] == UInt8(ascii: "\n") {
      keys.append(UInt32(position + 1))
    }
    guard keys.count == head.count + 1, keys.last == UInt32(head.raritiesStart) else {
      throw FormatError.keysOutOfOrder
    }
    for place in 1..<max(1, head.count) {
      let (one, next) = (key(keys, place - 1, bytes), key(keys, place, bytes))
      guard one.lexicographicallyPrecedes(next) else { throw FormatError.keysOutOfOrder }
    }
    return keys
  }

  private static func key(_ keys: [UInt32], _ place: Int, _ bytes: UnsafeRawBufferPointer) -> Slice<
    UnsafeRawBufferPointer
  > {
    bytes[Int(keys[place])..<Int(keys[place + 1]) - 1]
  }

  /// A word's place in the table.
  func place(of key: String) -> Int? {
    var key = key
    return key.withUTF8 { wanted in
      data.withUnsafeBytes { bytes in
        var (low, high) = (0, count)
        while low < high {
          let middle = (low + high) / 2
          if Self.key(keys, middle, bytes).lexicographicallyPrecedes(wanted) { low = middle + 1 } else { high = middle }
        }
        return low < count && Self.key(keys, low, bytes).elementsEqual(wanted) ? low : nil
      }
    }
  }

  func rarity(at place: Int) -> Rarity {
    Double(data[data.startIndex + Int(keys[count]) + place]) / Self.rarityScale
  }

  /// Adds a word's direction, of length 1, times a weight.
  func add(_ place: Int, weight: Float, to sum: inout [Float]) {
    data.withUnsafeBytes { bytes in
      let start = Int(keys[count]) + count + place * dimensions
      let numbers = UnsafeRawBufferPointer(rebasing: bytes[start..<start + dimensions]).bindMemory(to: Int8.self)
      let square = numbers.reduce(Float(0)) { $0 + Float($1) * Float($1) }
      guard square > 0 else { return }
      let scale = weight / square.squareRoot()
      for (index, number) in numbers.enumerated() { sum[index] += Float(number) * scale }
    }
  }
}
