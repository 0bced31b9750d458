import Foundation

@testable import Words

/// Writes word tables for tests.
struct SmallTable {
  var words: [(key: String, rarity: UInt8, direction: [Int8])]

  /// Gardens and ships in German and English.
  static let gardensAndShips = SmallTable(words: [
    ("de:gart", 100, [100, 10, 0, 0]), ("de:schiff", 120, [0, 0, 90, 20]), ("en:garden", 100, [110, 5, 5, 0]),
    ("en:horticultur", 150, [100, 20, 0, 0]), ("en:ship", 110, [0, 5, 100, 10]),
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
    data += words.flatMap { $0.direction.map { UInt8(bitPattern: $0) } }
    return data
  }
}
