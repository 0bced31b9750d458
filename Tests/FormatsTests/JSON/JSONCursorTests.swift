import Testing

@testable import Formats

@Suite("Walking through JSON")
struct JSONCursorTests {
  @Test("Numbers are read and everything else is skipped, in any order and spacing")
  func walk() throws {
    var cursor = JSONCursor(
      Array(#" { "x" : {"a": [1, "}\"", null, -2.5e3]}, "n": [ 1 ,-20, 281474976710655 ] ,"e":[], "t": true} "#.utf8))
    var numbers: [String: [Int]] = [:]
    try cursor.object { cursor, key in
      if ["n", "e"].contains(key) { numbers[key] = try cursor.integers() } else { try cursor.skip() }
    }
    try cursor.end()
    #expect(numbers == ["n": [1, -20, 281_474_976_710_655], "e": []])
  }

  @Test(
    "What is broken is refused with its line",
    arguments: [
      "", "{", "{\n\"a\"", "{\"a\":}", "{\"a\":[1,]}", "{\"a\":[1 2]}", "{\"a\":1}x", "[1]",
      "{\"a\":99999999999999999999}",
    ])
  func broken(_ text: String) {
    #expect(throws: Problem.self) {
      var cursor = JSONCursor(Array(text.utf8))
      try cursor.object { cursor, _ in
        if text.contains("[") { _ = try cursor.integers() } else { _ = try cursor.integer() }
      }
      try cursor.end()
    }
  }

  @Test("Values nested too deep are refused")
  func depth() {
    #expect(throws: Problem("import.problem.tooDeep", ["limit": "64"])) {
      var cursor = JSONCursor(Array(String(repeating: "[", count: 100_000).utf8))
      try cursor.skip()
    }
  }
}
