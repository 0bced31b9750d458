import Foundation
import Testing

@Suite("docs/faults.md")
struct FaultsGuideTests {
  @Test("Every test it names exists")
  func tests() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..").standardized
    let guide = try String(contentsOf: root.appending(path: "docs/faults.md"), encoding: .utf8)
    let suites = Set(guide.matches(of: /`(\w+Tests)`/).map { String($0.1) })
    let scripts = Set(guide.matches(of: /`(Tests\/[\w\/]+\.py)`/).map { String($0.1) })
    #expect(suites.count > 50 && scripts.count > 8)
    let files = try #require(
      FileManager.default.enumerator(at: root.appending(path: "Tests"), includingPropertiesForKeys: nil))
    let names = Set(files.compactMap { ($0 as? URL)?.deletingPathExtension().lastPathComponent })
    #expect(suites.subtracting(names) == [])
    for script in scripts {
      #expect(FileManager.default.fileExists(atPath: root.appending(path: script).path), "\(script)")
    }
  }
}
