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

/// Every example in `docs/protocol.md`.
@Suite struct ProtocolPageTests {
  @Test("Every example of a page's message is read, and written back unchanged")
  func client() throws {
    let examples = try examples("client")
    #expect(examples.count >= 14)
    for example in examples {
      let message = try ClientMessage(example)
      #expect(try plain(JSONEncoder().encode(message)) == plain(Data(example.utf8)), "\(example)")
    }
  }

  @Test("Every example of a server's message is read, and written back unchanged")
  func server() throws {
    let examples = try examples("server")
    #expect(examples.count >= 17)
    for example in examples {
      let message = try ServerMessage(json: Data(example.utf8))
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
      (#"{"v": 1, "type": "signal", "to": 7, "data": {}}"#, .unreadable),
      (#"{"v": 2, "type": "signal", "to": "a", "data": {}}"#, .unknownVersion),
      (#"{"v": 1, "type": "signal", "to": "a", "data": {"x": 01}}"#, .notJSON),
      (#"{"v": 1, "type": "signal", "to": "a", "data": {"x": tru}}"#, .notJSON),
      (#"{"v": 1, "type": "signal", "to": "a", "data": {"x": "\u00g0"}}"#, .notJSON),
      ("{\"v\": 1, \"type\": \"signal\", \"to\": \"a\", \"data\": {\"x\": \"\u{1}\"}}", .notJSON),
      (#"{"v": 1, "type": "signal", "to": "a", "data": {}} x"#, .notJSON),
      (#"{"v": 1, "type": "\u0073ignal", "to": "a", "data": {}}"#, .unreadable),
      (#"{"v": 1, "type": "signal", "type": "beat", "to": "a", "data": {}}"#, .unreadable),
    ])
  func unreadable(_ text: String, _ problem: WireProblem) {
    #expect(throws: problem) { try ClientMessage(text) }
  }

  @Test(
    "Eight levels are read, nine are refused, whatever kind of message they hide in", arguments: ["signal", "beat"])
  func deep(_ type: String) throws {
    func message(_ depth: Int) -> String {
      let deep = String(repeating: "[", count: depth - 2) + String(repeating: "]", count: depth - 2)
      return #"{"v": 1, "to": "a", "data": {"x": \#(deep)}, "type": "\#(type)"}"#
    }
    _ = try ClientMessage(message(8))
    #expect(throws: WireProblem.unreadable) { try ClientMessage(message(9)) }
    #expect(throws: WireProblem.unreadable) { try ClientMessage(message(6_000)) }
  }

  @Test("A signal is passed on byte by byte, up to 16 kB of it")
  func passedOn() throws {
    let odd = #"{ "a" : 1.50e+3, "a":"\ud83d é \/", "b":[ true,null ,{"":-0}] }"#
    let message = try ClientMessage(#"{"v":1,"type":"signal","to":"host","data":\#(odd)}"#)
    #expect(message == .signal(to: .host, data: try PassedOn(odd)))
    let told = String(buffer: ServerMessage.signal(from: .host, data: try PassedOn(odd)).json)
    #expect(told.hasSuffix(#","data":\#(odd)}"#), "\(told)")
    func long(_ bytes: Int) -> String {
      #"{"v":1,"type":"signal","to":"host","data":{"x":"\#(String(repeating: "x", count: bytes - 8))"}}"#
    }
    _ = try ClientMessage(long(PassedOn.limit))
    #expect(throws: WireProblem.unreadable) { try ClientMessage(long(PassedOn.limit + 1)) }
  }

  @Test("The time to read a passed-on message grows with its bytes, not with its nesting")
  func linear() throws {
    func seconds(_ inner: String) throws -> Double {
      let text = #"{"v":1,"type":"signal","to":"host","data":{"x":[\#(inner)]}}"#
      let clock = ContinuousClock()
      let times = (0..<20).map { _ in clock.measure { _ = try? ClientMessage(text) } }
      return try #require(times.min()) / .seconds(1)
    }
    let flat = try seconds(String(repeating: "0,", count: 7_000) + "0")
    let nested = try seconds(Array(repeating: "[[[[{}]]]]", count: 1_300).joined(separator: ","))
    #expect(nested < 5 * flat && flat < 0.02, "\(nested) and \(flat)")
  }

  /// The lines of the blocks that begin with ```json and this name.
  private func examples(_ side: String) throws -> [String] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../docs/protocol.md")
    let page = try String(contentsOf: file.standardized, encoding: .utf8)
    return page.components(separatedBy: "```json \(side)\n").dropFirst().flatMap { block in
      block.components(separatedBy: "```")[0].split(separator: "\n").map(String.init)
    }
  }

  private func plain(_ data: Data) throws -> JSONValue { try JSONDecoder().decode(JSONValue.self, from: data) }
}
