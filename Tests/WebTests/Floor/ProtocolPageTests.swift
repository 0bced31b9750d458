import Core
import Foundation
import Testing

@testable import Web

/// Every example in `docs/protocol.md`.
@Suite struct ProtocolPageTests {
  @Test("Every example of what a page sends is read, and written as it stands there")
  func client() throws {
    let examples = try examples("client")
    #expect(examples.count >= 14)
    for example in examples {
      let message = try ClientMessage(example)
      #expect(try plain(JSONEncoder().encode(message)) == plain(Data(example.utf8)), "\(example)")
    }
  }

  @Test("Every example of what the server sends is read, and written as it stands there")
  func server() throws {
    let examples = try examples("server")
    #expect(examples.count >= 17)
    for example in examples {
      let message = try JSONDecoder().decode(ServerMessage.self, from: Data(example.utf8))
      #expect(try plain(Data(message.json.readableBytesView)) == plain(Data(example.utf8)), "\(example)")
    }
  }

  @Test(
    "What can't be read is named, and never ends in a crash",
    arguments: [
      ("", WireProblem.notJSON), ("{", .notJSON), ("[]", .notJSON), ("7", .notJSON), ("{}", .unknownVersion),
      (#"{"v": 2, "type": "beat"}"#, .unknownVersion), (#"{"v": "1", "type": "beat"}"#, .unknownVersion),
      (#"{"v": 1}"#, .unknownType), (#"{"v": 1, "type": "dance"}"#, .unknownType),
      (#"{"v": 1, "type": "hello", "last": "x"}"#, .unreadable),
      (#"{"v": 1, "type": "request", "id": 1}"#, .unreadable),
      (#"{"v": 1, "type": "request", "id": 1, "request": {"fly": {}}}"#, .unreadable),
      (#"{"v": 1, "type": "request", "id": 1, "request": {"move": {"table": 7}}}"#, .unreadable),
      (#"{"v": 1, "type": "request", "id": 1, "request": {"move": {"table": "t1"}, "enter": {}}}"#, .unreadable),
      (#"{"v": 1, "type": "request", "id": 1e400, "request": {"enter": {}}}"#, .notJSON),
      (#"{"v": 1, "type": "react", "kind": "boo"}"#, .unreadable),
      (#"{"v": 1, "type": "signal", "to": "a"}"#, .unreadable),
      (#"{"v": 1, "type": "signal", "to": "a", "data": []}"#, .unreadable),
    ])
  func unreadable(_ text: String, _ problem: WireProblem) {
    #expect(throws: problem) { try ClientMessage(text) }
  }

  @Test("Deep nesting is refused, not followed")
  func deep() {
    let deep = String(repeating: "[", count: 20_000) + String(repeating: "]", count: 20_000)
    #expect(throws: WireProblem.self) {
      try ClientMessage(#"{"v": 1, "type": "signal", "to": "a", "data": {"x": \#(deep)}}"#)
    }
  }

  /// The lines of the blocks that begin with ```json and that name.
  private func examples(_ side: String) throws -> [String] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../docs/protocol.md")
    let page = try String(contentsOf: file.standardized, encoding: .utf8)
    return page.components(separatedBy: "```json \(side)\n").dropFirst().flatMap { block in
      block.components(separatedBy: "```")[0].split(separator: "\n").map(String.init)
    }
  }

  private func plain(_ data: Data) throws -> JSONValue { try JSONDecoder().decode(JSONValue.self, from: data) }
}
