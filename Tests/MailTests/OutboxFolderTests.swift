import Foundation
import Testing

@testable import Mail

@Suite("The outbox folder")
struct OutboxFolderTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "outbox-\(UUID().uuidString)")

  @Test("A mail becomes a file named by its message id, and nothing else is left")
  func writes() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try await OutboxFolder(folder).send(.sample(messageID: "<0192-a@example.org>"))
    #expect(try files() == ["0192-a@example.org.eml"])
    let written = try Data(contentsOf: folder.appending(path: "0192-a@example.org.eml"))
    #expect(Array(written) == Envelope.sample().bytes)
  }

  @Test("The same mail twice is one file")
  func isIdempotent() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let outbox = OutboxFolder(folder)
    try await outbox.send(.sample())
    try await outbox.send(.sample())
    #expect(try files().count == 1)
  }

  @Test(
    "No message id leads out of the folder or hides a file",
    arguments: [
      ("../../x@example.org", "%2E.%2F..%2Fx@example.org.eml"), (".a@b", "%2Ea@b.eml"), ("ä@b", "%C3%A4@b.eml"),
    ])
  func namesSafely(messageID: String, name: String) {
    #expect(OutboxFolder.fileName(of: messageID) == name)
  }

  @Test("A folder that can't be written to is a temporary failure")
  func reportsFailure() async throws {
    let outbox = OutboxFolder(URL(filePath: "/dev/null/outbox"))
    let sending = await #expect(throws: MailFailure.self) { try await outbox.send(.sample()) }
    #expect(sending?.kind == .temporary)
    await #expect(throws: MailFailure.self) { try await outbox.probe() }
  }

  @Test("A probe leaves nothing behind")
  func probes() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try await OutboxFolder(folder).probe()
    #expect(try files().isEmpty)
  }

  private func files() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
  }
}
