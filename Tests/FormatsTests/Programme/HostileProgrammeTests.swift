import Foundation
import TestKit
import Testing

@testable import Formats

@Suite("Reading hostile programmes")
struct HostileProgrammeTests {
  private static let strangers: [JSONValue] = [
    .null, .bool(true), .number("1e999999"), .number("-0"), .string(""), .string("\u{0}<&#xFFFFFF;>"), .array([]),
    .array([.null, .number("1"), .array([.string("x")])]), .object([]),
    .object([.init(key: "name", value: .object([.init(key: "en", value: .null)]))]),
  ]

  @Test(
    "Any value replaced by one of another type gives people or a problem, never a crash",
    arguments: ProgrammeSamples.all)
  func wrongTypes(sample: ProgrammeSamples.Sample) throws {
    let root = try JSONReader.value(of: Data(sample.json.utf8), limits: .standard)
    for place in 0..<count(root) {
      for stranger in Self.strangers {
        var replacement = Replacement(left: place, stranger: stranger)
        try survive(Data(text(replacement.apply(to: root)).utf8), as: sample.kind)
      }
    }
  }

  @Test("Any byte changed gives people or a problem, never a crash", arguments: ProgrammeSamples.all)
  func wrongBytes(sample: ProgrammeSamples.Sample) throws {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<300 {
      var data = Data(sample.json.utf8)
      for _ in 0..<2 {
        data[Int.random(in: 0..<data.count, using: &random)] = try #require(
          Array("{}[]\",:\\u0e\u{ff}".utf8).randomElement(using: &random))
      }
      try survive(data, as: sample.kind)
    }
  }

  @Test("A programme cut off anywhere is recognised or not, but never read in part", arguments: ProgrammeSamples.all)
  func cutOff(sample: ProgrammeSamples.Sample) {
    let data = Data(sample.json.utf8)
    for length in stride(from: 0, to: data.count - 1, by: 11) {
      #expect(throws: Problem.self) { try ProgrammeListing(data.prefix(length), as: sample.kind) }
    }
  }

  @Test("Deep nesting is refused", arguments: ["[", #"{"a":"#, #"[{"speakers":"#])
  func deepNesting(opening: String) {
    let data = Data(String(repeating: opening, count: 200_000).utf8)
    #expect(throws: Problem("import.problem.tooDeep", ["limit": "64"])) { try ProgrammeListing(data, as: .pretalx) }
    #expect(ProgrammeReader.kind(ofJSON: data) == (opening.contains("speakers") ? .pretalx : nil))
  }

  @Test("Huge numbers as identifiers stay apart")
  func hugeNumbers() throws {
    let digits = String(repeating: "9", count: 400)
    let json = """
      [{"title": 1e400, "speakers": [{"id": \(digits)1, "name": "Ada"}, {"id": \(digits)2, "name": "Ada"}]}]
      """
    #expect(try ProgrammeListing(json, as: .pretalx).people.count == 2)
  }

  @Test("Too many people, values or bytes in one text are refused")
  func tooMuch() {
    var limits = ReadingLimits.standard
    limits.rows = 3
    limits.cellBytes = 10
    let rows = Problem("import.problem.tooManyRows", ["limit": "3"])
    let crowd = #"[{"title": "x", "speakers": ["a", "b", "c", "d"]}]"#
    #expect(throws: rows) { try ProgrammeListing(crowd, as: .pretalx, limits: limits) }
    let persons = String(repeating: "<person>a</person>", count: 4)
    #expect(throws: rows) {
      try ProgrammeListing("<schedule><event>\(persons)</event></schedule>", as: .frabXML, limits: limits)
    }
    #expect(throws: Problem("import.problem.tooManyValues", ["limit": "12"])) {
      try ProgrammeListing("[1,2,3,4,5,6,7,8,9,0,1,2]", as: .pretalx, limits: limits)
    }
    #expect(throws: Problem("import.problem.cellTooLong", ["line": "1", "limit": "10"])) {
      try ProgrammeListing(#"[{"title": "12345678901", "speakers": ["a"]}]"#, as: .pretalx, limits: limits)
    }
  }

  private func survive(_ data: Data, as kind: FileKind) throws {
    _ = ProgrammeReader.kind(ofJSON: data)
    do { _ = try ProgrammeListing(data, as: kind) } catch { #expect(error is Problem) }
  }

  private func count(_ value: JSONValue) -> Int { 1 + value.elements.map(count).reduce(0, +) }

  private func text(_ value: JSONValue) -> String {
    switch value {
    case .null: "null"
    case .bool(let flag): flag ? "true" : "false"
    case .number(let digits): digits
    case .string(let text): quoted(text)
    case .array(let elements): "[" + elements.map(self.text).joined(separator: ",") + "]"
    case .object(let members):
      "{" + members.map { quoted($0.key) + ":" + self.text($0.value) }.joined(separator: ",") + "}"
    }
  }

  private func quoted(_ text: String) -> String {
    "\"" + text.unicodeScalars.map { String(format: "\\u%04x", $0.value) }.joined() + "\""
  }
}

/// Replaces one part of a value, counted depth first.
private struct Replacement {
  var left: Int
  let stranger: JSONValue

  mutating func apply(to value: JSONValue) -> JSONValue {
    left -= 1
    if left == -1 { return stranger }
    switch value {
    case .array(let elements):
      return .array(elements.map { apply(to: $0) })
    case .object(let members):
      return .object(members.map { JSONValue.Member(key: $0.key, value: apply(to: $0.value)) })
    default: return value
    }
  }
}
