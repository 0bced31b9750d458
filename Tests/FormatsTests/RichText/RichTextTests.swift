import Foundation
import TestKit
import Testing

@testable import Formats

@Suite("RTF")
struct RichTextTests {
  @Test("Tables, characters of code pages and of Unicode, and links are read; fonts and styles are not")
  func table() throws {
    let text = #"""
      {\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\*\generator X;}\pard Liste\par
      \trowd\cellx100\cellx200\pard\intbl Name\cell E-Mail\cell\row
      \trowd\cellx100\cellx200\pard\intbl J\'fcrgen \u321?uk\cell{\field{\*\fldinst HYPERLINK "mailto:j@example.org"}{\fldrslt Mail}}\cell\row
      \pard Ende\par}
      """#
    let parts = try DirectReading.parts(of: Data(text.utf8))
    #expect(parts.cells == [["Name", "E-Mail"], ["Jürgen Łuk", "Mail <j@example.org>"]])
    #expect(parts.lines == ["Liste", "Ende"])
  }

  @Test("Damaged RTF ends with parts or a problem")
  func damaged() throws {
    var random = SeededGenerator(seed: 3)
    let bytes = Array(#"{\rtf1 \trowd\intbl a\cell\'e4\u-10?\bin5 xxxxx{\*\x{\v hid}}\row\par}"#.utf8)
    for _ in 0..<500 {
      var bytes = bytes
      for _ in 0..<3 {
        bytes[Int.random(in: 5..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      do { _ = try RichTextReader.parts(of: Data(bytes), limits: .standard) } catch { #expect(error is Problem) }
    }
    let deep = Data(("{\\rtf1" + String(repeating: "{", count: 20_000)).utf8)
    #expect(throws: Problem("import.problem.tooDeep", ["limit": "10000"])) { try DirectReading.parts(of: deep) }
  }
}
