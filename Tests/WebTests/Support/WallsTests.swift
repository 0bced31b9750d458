import Foundation
import Testing

/// Modules a page, an act or a store must not know. The package manifest gives no target more than it imports, and the
/// build refuses an import that the manifest doesn't name; this lists what the manifest must never name.
@Suite("Walls between the targets")
struct WallsTests {
  private static let pages = ["GuestPages", "HostPages", "RoomPages"]

  @Test("No page writes SQL", arguments: pages + ["Site"])
  func pagesWriteNoSQL(_ target: String) throws {
    #expect(try imports(of: target).isDisjoint(with: ["Database", "GRDB"]))
  }

  @Test("Pages of one kind of visitor don't know those of another", arguments: pages)
  func pagesAreApart(_ target: String) throws {
    #expect(try imports(of: target).isDisjoint(with: Set(Self.pages).subtracting([target])))
  }

  @Test(
    "What is stored and what happens know neither HTTP nor pages", arguments: ["House", "Records", "Acts", "Evening"])
  func actsServeNothing(_ target: String) throws {
    #expect(try imports(of: target).isDisjoint(with: Set(["Hummingbird", "HTTPTypes", "Site", "Web"] + Self.pages)))
  }

  @Test("SQL is written only in stores and below them")
  func storesWriteSQL() throws {
    let statement = /"\s*(?:SELECT|INSERT INTO|UPDATE|DELETE FROM|PRAGMA|WITH|CREATE|ALTER|VACUUM)\s/
    #expect("try connection.count(\"\"\"\n    SELECT count(*) AS n\"\"\")".contains(statement))
    for target in try targets() where !["Database", "PostgreSQL", "Records"].contains(target) {
      for file in try files(of: target) where file.lastPathComponent != "CalendarAnswer.swift" {
        #expect(!(try text(of: file).contains(statement)), "\(target)/\(file.lastPathComponent)")
      }
    }
  }

  @Test("The rules need nothing from outside except names")
  func coreIsPure() throws {
    #expect(try imports(of: "Core") == ["Foundation", "Names"])
  }

  @Test(
    "The builds for tests and for use refuse an import that the manifest doesn't name",
    arguments: ["check", "optimised", "test"])
  func buildsCheckImports(_ script: String) throws {
    #expect(
      try text(of: root.appending(path: "bin/\(script)")).contains("--explicit-target-dependency-import-check error"))
  }

  @Test("Both programs for use are built by that script", arguments: ["run", "package"])
  func programsAreOptimised(_ script: String) throws {
    let lines = try text(of: root.appending(path: "bin/\(script)")).split(separator: "\n")
    #expect(lines.contains { $0.contains("bin/optimised") && !$0.hasPrefix("#") })
    #expect(!lines.contains { $0.contains("swift build -c release") })
  }

  /// Everything that the files of a target import.
  private func imports(of target: String) throws -> Set<String> {
    let files = try files(of: target)
    #expect(files.count > 10)
    return try files.reduce(into: []) { all, file in
      all.formUnion(
        try text(of: file).matches(of: /(?m)^(?:@\w+ |public |package )*import (?:struct |func )?(\w+)/).map {
          String($0.1)
        })
    }
  }

  private func targets() throws -> [String] {
    let names = try FileManager.default.contentsOfDirectory(atPath: root.appending(path: "Sources").path)
    #expect(names.contains("Records") && names.contains("Acts"))
    return names
  }

  private func files(of target: String) throws -> [URL] {
    let folder = root.appending(path: "Sources/\(target)")
    return try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
      .compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
  }

  private func text(of file: URL) throws -> String { try String(contentsOf: file, encoding: .utf8) }

  private var root: URL {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..").standardized
  }
}
