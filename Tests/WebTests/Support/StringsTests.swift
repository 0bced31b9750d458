import Core
import Foundation
import Testing

@testable import Acts
@testable import Evening
@testable import GuestPages
@testable import HostPages
@testable import House
@testable import Records
@testable import RoomPages
@testable import Site
@testable import Web

@Suite struct StringsTests {
  let strings: Strings

  init() throws {
    strings = try Strings.bundled()
  }

  @Test("German and English have the same keys")
  func sameKeys() {
    #expect(strings.keys(.german).symmetricDifference(strings.keys(.english)).sorted() == [])
  }

  @Test("A string has the same placeholders in both languages, and is not empty")
  func samePlaceholders() {
    for key in strings.keys(.german).sorted() {
      let german = strings.text(key, .german) ?? ""
      let english = strings.text(key, .english) ?? ""
      #expect(placeholders(german) == placeholders(english), "\(key)")
      #expect(!german.isEmpty && !english.isEmpty, "\(key)")
    }
  }

  @Test("Every key written out in the code exists")
  func noneMissing() throws {
    let known = strings.keys(.german)
    for key in try keysInCode() where !known.contains(key) {
      let isCounted = known.contains(key + ".one") && known.contains(key + ".other")
      #expect(isCounted, "\(key) is used and has no string")
    }
  }

  @Test("Every string is used: its key, or the beginning of it, appears in the code")
  func noneUnused() throws {
    let code = try sources()
    let prefixes = Set(code.matches(of: /"([a-zA-Z]+(?:\.[a-zA-Z]+)*\.)\\\(/).map { String($0.1) })
    let written = Set(code.matches(of: /"([a-zA-Z]+(?:\.[a-zA-Z0-9-]+)+)"/).map { String($0.1) })
    for key in strings.keys(.german).sorted() {
      let counted = key.replacing(/\.(one|other)$/, with: "")
      let isUsed = written.contains(key) || written.contains(counted) || prefixes.contains { key.hasPrefix($0) }
      #expect(isUsed, "\(key) is never used")
    }
  }

  /// What is said of one row or card; the rest of the list is read.
  private static let ofRows: Set<String> = [
    "badAddress", "cellTooLong", "group", "misfit", "nobody", "notAPerson", "notAProperty", "note", "openQuote",
    "organisation", "outsideCard", "repeatedHeader", "section", "speakerWithoutName", "tooManyColumns", "totals",
  ]

  @Test("Whoever is told that a file can't be read is told what to do instead")
  func nextSteps() {
    for key in strings.keys(.german).sorted() where key.hasPrefix("import.problem.") {
      if Self.ofRows.contains(String(key.dropFirst("import.problem.".count))) { continue }
      let (german, english) = (strings.text(key, .german) ?? "", strings.text(key, .english) ?? "")
      #expect(german.contains("Bitte ") || german.contains("öffnen ") || german.contains("Öffnen "), "\(key)")
      #expect(english.contains("Please ") || english.contains("Open it"), "\(key)")
    }
  }

  private func placeholders(_ text: String) -> Set<String> {
    Set(text.matches(of: /\{([a-zA-Z]+)\}/).map { String($0.1) })
  }

  /// Keys passed literally to `t(…)`, `t.count(…)` or `Message(…)`.
  private func keysInCode() throws -> Set<String> {
    let code = try sources()
    let calls = code.matches(of: /(?:\bt|count|Message|Problem)\(\s*"([a-zA-Z]+(?:\.[a-zA-Z0-9]+)+)"/)
    return Set(calls.map { String($0.1) })
  }

  private func sources() throws -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Sources").standardized
    var code = ""
    for case let file as URL in FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil) ?? .init()
    where file.pathExtension == "swift" {
      code += try String(contentsOf: file, encoding: .utf8)
    }
    return code
  }
}
