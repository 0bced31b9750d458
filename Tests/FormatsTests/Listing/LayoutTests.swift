import Foundation
import Testing

@testable import Formats

/// The layouts of `Layouts`, each with invented people and the expected result.
@Suite("Layouts in which products hand out people")
struct LayoutTests {
  private static let folder = Bundle.module.bundleURL.appending(path: "Layouts")

  static let files = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
    .filter { !$0.hasSuffix(".people") }

  @Test("There are layouts to try")
  func some() {
    #expect(Self.files.count >= 18)
  }

  @Test("Names, addresses, organisations, positions, topics and absences are where they belong", arguments: files)
  func layout(_ file: String) throws {
    let reading = try Reading(try Data(contentsOf: Self.folder.appending(path: file)))
    let told = reading.people.map { person in
      [
        person.name, person.email, person.organisation, person.role, person.topics.joined(separator: ";"),
        person.attendance?.rawValue ?? "",
      ].joined(separator: "|")
    }
    let right = try String(contentsOf: Self.folder.appending(path: file + ".people"), encoding: .utf8)
    #expect(told == right.split(separator: "\n").map(String.init))
  }

  @Test("A document that is cut off is said to be incomplete, and not to be a workbook")
  func cut() throws {
    let data = try Data(contentsOf: Self.folder.appending(path: "cells-with-lines.docx"))
    #expect(throws: Problem("import.problem.brokenDocument", ["part": "ZIP"])) {
      try Reading(Data(data.prefix(data.count / 2)))
    }
  }
}
