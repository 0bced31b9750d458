import Foundation
import TestKit
import Testing

@testable import Formats

@Suite("Reading JSON")
struct JSONReaderTests {
  @Test("Values keep the order of their members and the digits of their numbers")
  func order() throws {
    let json = #" {"z": [1.50, -2e+3, true, false, null], "a": "x", "z": {}} "#
    let expected: [JSONValue.Member] = [
      .init(key: "z", value: .array([.number("1.50"), .number("-2e+3"), .bool(true), .bool(false), .null])),
      .init(key: "a", value: .string("x")), .init(key: "z", value: .object([])),
    ]
    #expect(try read(Data(json.utf8)) == .object(expected))
  }

  @Test(
    "Escapes are read, half a surrogate pair becomes a replacement character",
    arguments: [
      (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{c}\n\r\t"), (#""\u00e4\uD83C\uDF78""#, "ä🍸"), (#""\uD83Cx""#, "\u{FFFD}x"),
      (#""\uD83C\u0041""#, "\u{FFFD}A"), (#""\uDF78""#, "\u{FFFD}"), ("\"größer 🍸\"", "größer 🍸"),
      (#""e\u0301""#, "e\u{301}"),
    ])
  func escapes(json: String, text: String) throws {
    #expect(try read(Data(json.utf8)) == .string(text))
  }

  @Test("A byte order mark and UTF-16 are read")
  func encodings() throws {
    #expect(try read(Data([0xEF, 0xBB, 0xBF]) + Data(#""ä""#.utf8)) == .string("ä"))
    #expect(try read(try #require(#"["ä"]"#.data(using: .utf16))) == .array([.string("ä")]))
  }

  @Test(
    "Broken JSON is refused with its line",
    arguments: [
      ("", "1"), ("{\n\"a\" 1}", "2"), ("[1,\n2\n", "3"), ("[1,]", "1"), ("{,}", "1"), ("01", "1"), ("1.", "1"),
      ("-", "1"),
      ("1e", "1"), ("tru", "1"), ("\"\n\"", "1"), ("\"\\x\"", "1"), ("\"\\u12\"", "1"), ("[] []", "1"), ("{a:1}", "1"),
    ])
  func broken(json: String, line: String) {
    #expect(throws: Problem("import.problem.brokenJSON", ["line": line])) { try read(Data(json.utf8)) }
  }

  @Test("It reads and refuses what Foundation reads and refuses")
  func likeFoundation() throws {
    let seed = Array(#"{"a":[1,2.5e3,"x\u00e9\n",true,null],"b":{"c":"ü"},"d":-0.1}"#.utf8)
    let alphabet = Array(#"{}[]",:\u01e.-tn a"#.utf8)
    var random = SeededGenerator(seed: 3)
    for _ in 0..<3000 {
      var bytes = seed
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = try #require(alphabet.randomElement(using: &random))
      }
      let data = Data(bytes)
      guard String(validating: bytes, as: UTF8.self) != nil else { continue }
      let isRead = (try? read(data)) != nil
      let isReadByFoundation = (try? JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed)) != nil
      #expect(isRead == isReadByFoundation, "\(String(decoding: bytes, as: UTF8.self))")
    }
  }

  private func read(_ data: Data) throws -> JSONValue { try JSONReader.value(of: data, limits: .standard) }
}
