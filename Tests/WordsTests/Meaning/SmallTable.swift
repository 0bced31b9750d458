import Foundation

@testable import Words

/// Writes word tables for tests.
struct SmallTable {
  var words: [(key: String, rarity: UInt8, direction: [Int8])]

  /// Gardens and ships in German and English.
  static let gardensAndShips = SmallTable(words: [
    ("de:gart", 100, [7, 1, 0, 0]), ("de:schiff", 120, [0, 0, 6, 1]), ("en:garden", 100, [7, 0, 0, 0]),
    ("en:horticultur", 150, [6, 1, 0, 0]), ("en:ship", 110, [0, -1, 7, 1]),
  ])

  var data: Data {
    let keys = Data(words.map { $0.key + "\n" }.joined().utf8)
    let dimensions = words.first?.direction.count ?? 0
    var data = Data("STWORDS1".utf8)
    for number in [words.count, dimensions, keys.count] {
      withUnsafeBytes(of: UInt32(number).littleEndian) { data.append(contentsOf: $0) }
    }
    data += keys
    data += words.map(\.rarity)
    for word in words {
      for place in stride(from: 0, to: dimensions, by: 2) {
        data.append(UInt8(word.direction[place] + 8) | UInt8(word.direction[place + 1] + 8) << 4)
      }
    }
    return data
  }
}
