import Foundation

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
