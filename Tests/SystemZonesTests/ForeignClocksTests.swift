import Foundation
import Testing

@Suite("One source of time zones")
struct ForeignClocksTests {
  /// Calls that use the zone rules compiled into the toolchain, or words that differ between versions.
  private static let foreign = [
    "TimeZone", "NSTimeZone", "Calendar(", "Calendar.current", "DateComponents", "DateFormatter", "FormatStyle",
    "ISO8601", ".iso8601", ".formatted(", "RelativeDateTime", "localtime(", "localtime_r", "mktime", "strftime",
  ]

  @Test("No file asks Foundation or the C library for a local time")
  func sources() throws {
    let sources = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Sources").standardized
    let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
    var (count, found) = (0, [String]())
    for case let file as URL in files ?? .init() where file.pathExtension == "swift" {
      count += 1
      for (number, line) in try String(contentsOf: file, encoding: .utf8).split(
        separator: "\n", omittingEmptySubsequences: false
      ).enumerated() where !line.trimmingPrefix(while: \.isWhitespace).hasPrefix("//") {
        for word in Self.foreign where uses(line, word) {
          found.append("\(file.lastPathComponent):\(number + 1) \(word)")
        }
      }
    }
    #expect(count > 500)
    #expect(found == [])
  }

  /// Matches whole words: `systemTimeZone` and `MailMessage.Calendar(` don't count.
  private func uses(_ line: Substring, _ word: String) -> Bool {
    line.ranges(of: word).contains { range in
      let before = line[..<range.lowerBound].last
      return word.hasPrefix(".") || !(before.map { $0.isLetter || $0 == "." } ?? false)
    }
  }

  @Test("No script formats a time by the browser's own words")
  func scripts() throws {
    let scripts = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Sources/House/Public/js")
    let files = FileManager.default.enumerator(at: scripts.standardized, includingPropertiesForKeys: nil)
    var found: [String] = []
    for case let file as URL in files ?? .init() where file.pathExtension == "js" {
      let text = try String(contentsOf: file, encoding: .utf8)
      for word in ["timeStyle", "dateStyle", "toLocaleTimeString", "toLocaleDateString", "\"short\"", "\"long\""]
      where text.contains(word) {
        found.append("\(file.lastPathComponent) \(word)")
      }
    }
    #expect(found == [])
  }
}
