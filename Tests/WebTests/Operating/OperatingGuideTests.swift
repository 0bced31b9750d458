import Foundation
import Testing

/// Compares `docs/operating.md` with the program.
@Suite("Operating guide")
struct OperatingGuideTests {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private func text(_ path: String) throws -> String {
    try String(contentsOf: Self.root.appending(path: path), encoding: .utf8)
  }

  @Test("Every key that the program reads is documented, and no other")
  func keys() throws {
    let code = try ["Configuration", "MailConfiguration", "MediaConfiguration"].map {
      try text("Sources/House/\($0).swift")
    }.joined()
    let read = code.matches(of: /\b(?:text|number|truth)\("([a-z.]+)"/).map {
      "STEHTISCH_" + String($0.output.1).uppercased().replacing(".", with: "_")
    }
    let table = try text("docs/operating.md").matches(of: /(?m)^\| `(STEHTISCH_[A-Z_]+)`/).map { String($0.output.1) }
    #expect(Set(read).count > 10)
    #expect(table.sorted() == Set(read).sorted())
  }
}
