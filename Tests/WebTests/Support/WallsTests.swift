import Foundation
import Testing

/// What a page, an act or a store must not know. The package manifest gives no target more than it imports, and the build refuses an
/// import that the manifest doesn't name; here stands what the manifest must never name.
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

  @Test("The rules need nothing from outside but names")
  func coreIsPure() throws {
    #expect(try imports(of: "Core") == ["Foundation", "Names"])
  }

  @Test(
    "The builds for tests and for use refuse an import that the manifest doesn't name",
    arguments: ["check", "run", "test"])
  func buildsCheckImports(_ script: String) throws {
    #expect(
      try text(of: root.appending(path: "bin/\(script)")).contains("--explicit-target-dependency-import-check error"))
  }

  /// Everything that files of a target import.
  private func imports(of target: String) throws -> Set<String> {
    let folder = root.appending(path: "Sources/\(target)")
    let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
      .compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
    #expect(files.count > 10)
    return try files.reduce(into: []) { all, file in
      all.formUnion(
        try text(of: file).matches(of: /(?m)^(?:@\w+ |public |package )*import (?:struct |func )?(\w+)/).map {
          String($0.1)
        })
    }
  }

  private func text(of file: URL) throws -> String { try String(contentsOf: file, encoding: .utf8) }

  private var root: URL {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..").standardized
  }
}
