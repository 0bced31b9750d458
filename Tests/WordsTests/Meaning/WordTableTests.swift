import Foundation
import TestKit
import Testing

@testable import Words

@Suite("The word table")
struct WordTableTests {
  private let data = SmallTable.gardensAndShips.data

  @Test("Every word is found under its key, and no other")
  func lookup() throws {
    let table = try WordTable(data)
    for (place, word) in SmallTable.gardensAndShips.words.enumerated() { #expect(table.place(of: word.key) == place) }
    for stranger in ["", "de:", "de:gar", "de:gartn", "en:gart", "zz", "de:gart\n", "de:gart\nde:schiff"] {
      #expect(table.place(of: stranger) == nil, "\(stranger)")
    }
  }

  @Test("A table in the middle of other bytes reads the same")
  func slice() throws {
    let table = try WordTable((Data([1, 2, 3]) + data).dropFirst(3))
    #expect(table.place(of: "en:ship") == 4)
    #expect(table.rarity(at: 4) == 4.4)
  }

  @Test("A direction counts as having length 1, whatever its bytes")
  func direction() throws {
    let table = try WordTable(data)
    var sum: [Float] = [0, 0, 0, 0]
    table.add(0, weight: 2, to: &sum)
    #expect(abs(sum.reduce(0) { $0 + $1 * $1 } - 4) < 0.0001)
    #expect(sum[2...] == [0, 0])
    #expect(sum[0] / sum[1] == 7)
  }

  @Test("Anything else is refused", arguments: [Data(), Data("STWORDS1".utf8), Data(repeating: 0, count: 100)])
  func noTable(_ data: Data) {
    #expect(throws: WordTable.FormatError.self) { try WordTable(data) }
  }

  @Test("Words out of order are refused: they would not be found")
  func order() {
    let words = SmallTable(words: SmallTable.gardensAndShips.words.reversed())
    #expect(throws: WordTable.FormatError.self) { try WordTable(words.data) }
  }

  @Test("A truncated file is refused wherever it is cut")
  func cut() {
    for length in 0..<data.count { #expect(throws: WordTable.FormatError.self) { try WordTable(data.prefix(length)) } }
    #expect(throws: WordTable.FormatError.self) { try WordTable(data + [0]) }
  }

  @Test("Damaged bytes never lead out of the file", arguments: 0..<200)
  func damage(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var bytes = data
    for _ in 0..<3 { bytes[Int.random(in: 8..<bytes.count, using: &random)] = .random(in: 0...255, using: &random) }
    guard let table = try? WordTable(bytes) else { return }
    let space = TopicSpace(table: table)
    #expect((0...1).contains(space.similarity("Garten", "a ship")))
  }
}
