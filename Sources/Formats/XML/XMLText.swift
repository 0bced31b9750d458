/// Collects the pieces of one text up to a limit.
struct XMLText {
  private(set) var bytes: [UInt8] = []
  let limit: Int

  init(limit: Int) { self.limit = limit }

  var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Throws `import.problem.cellTooLong` with `line` and `limit` once the text exceeds the limit.
  mutating func append(_ piece: UnsafeBufferPointer<UInt8>, line: @autoclosure () -> Int) throws {
    guard bytes.count + piece.count <= limit else { throw XMLText.tooLong(line: line(), limit: limit) }
    bytes.append(contentsOf: piece)
  }

  static func tooLong(line: Int, limit: Int) -> Problem {
    Problem("import.problem.cellTooLong", ["line": String(line), "limit": String(limit)])
  }

  mutating func clear() { bytes.removeAll(keepingCapacity: true) }
}
