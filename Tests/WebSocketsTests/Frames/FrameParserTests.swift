import NIOCore
import TestKit
import Testing

@testable import WebSockets

@Suite("Understanding frames")
struct FrameParserTests {
  @Test("However the bytes are split, the same messages result", arguments: UInt64(1)...60)
  func splits(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let conversation = Conversation(8, &random)
    var parser = FrameParser(FrameLimits())
    var events: [FrameEvent] = []
    var rest = conversation.bytes[...]
    while !rest.isEmpty {
      let count = min(rest.count, Int.random(in: 1...(Bool.random(using: &random) ? 5 : 5000), using: &random))
      events += try parser.feed(rest.prefix(count))
      rest = rest.dropFirst(count)
    }
    #expect(events == conversation.events)
  }

  @Test("A beginning gives a part of the whole, never anything else", arguments: UInt64(1)...40)
  func truncated(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let conversation = Conversation(4, &random)
    let count = Int.random(in: 0..<conversation.bytes.count, using: &random)
    var parser = FrameParser(FrameLimits())
    let events = try parser.feed(conversation.bytes.prefix(count))
    #expect(events.count < conversation.events.count && conversation.events.starts(with: events))
  }

  @Test("Random bytes give events or a violation with a sendable code, and no more than was allowed")
  func noise() {
    var random = SeededGenerator(seed: 2026)
    let limits = FrameLimits(frameBytes: 50, messageBytes: 80)
    for _ in 0..<20_000 {
      var bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in
        UInt8.random(in: .min ... .max, using: &random)
      }
      // Most noise fails at its first bit; this lets half of it get further.
      if Bool.random(using: &random), bytes.count > 2 { (bytes[0], bytes[1]) = (bytes[0] & 0x8F, bytes[1] | 0x80) }
      #expect(FrameParser.refusal(of: bytes, limits)?.maySend ?? true)
    }
  }

  @Test("A conversation with some bytes changed is understood or refused, and never grows beyond the limit")
  func damaged() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<300 {
      var bytes = Conversation(3, &random).bytes
      for _ in 0..<3 {
        bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: .min ... .max, using: &random)
      }
      var parser = FrameParser(FrameLimits(frameBytes: 4000, messageBytes: 4000))
      for event in (try? parser.feed(bytes)) ?? [] {
        guard case .message(.binary(let payload)) = event else { continue }
        #expect(payload.readableBytes <= 4000)
      }
    }
  }

  @Test("A frame or a message that is too big is refused by its header alone")
  func tooBig() {
    let limits = FrameLimits(frameBytes: 100, messageBytes: 150)
    let huge = ClientFrame(opcode: 2, claimedLength: 1 << 40).bytes
    #expect(FrameParser.refusal(of: huge, limits) == .messageTooBig)
    #expect(FrameParser.refusal(of: ClientFrame(opcode: 2, claimedLength: 101).bytes, limits) == .messageTooBig)
    #expect(FrameParser.refusal(of: ClientFrame.binary(100).bytes, limits) == nil)
    let first = ClientFrame(opcode: 2, payload: Array(repeating: 1, count: 100), isFinal: false).bytes
    #expect(FrameParser.refusal(of: first + ClientFrame(opcode: 0, claimedLength: 50).bytes, limits) == nil)
    #expect(FrameParser.refusal(of: first + ClientFrame(opcode: 0, claimedLength: 51).bytes, limits) == .messageTooBig)
  }

  @Test(
    "What the protocol forbids is a protocol error",
    arguments: [
      ClientFrame(opcode: 1, mask: nil), ClientFrame(opcode: 1, reserved: 4), ClientFrame(opcode: 3),
      ClientFrame(opcode: 11), ClientFrame(opcode: 0), ClientFrame(opcode: 9, isFinal: false),
      ClientFrame(opcode: 9, payload: Array(repeating: 0, count: 126)), ClientFrame(opcode: 8, payload: [3]),
      .close(1005), .close(999), .close(1016), .close(2999), .close(5000),
    ])
  func forbidden(frame: ClientFrame) {
    #expect(FrameParser.refusal(of: frame.bytes) == .protocolError)
  }

  @Test("A length in a longer form than necessary is a protocol error")
  func longForm() {
    #expect(FrameParser.refusal(of: [0x82, 0xFE, 0, 125]) == .protocolError)
    #expect(FrameParser.refusal(of: [0x82, 0xFF, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]) == .protocolError)
    #expect(FrameParser.refusal(of: [0x82, 0xFF, 0x80, 0, 0, 0, 0, 1, 0, 0]) == .protocolError)
  }

  @Test("A message can't begin inside another")
  func nested() {
    let begun = ClientFrame(opcode: 1, payload: [0x61], isFinal: false).bytes
    #expect(FrameParser.refusal(of: begun + ClientFrame.text("b").bytes) == .protocolError)
  }

  @Test("Text that can't become UTF-8 is refused at the first wrong byte, before the frame is complete")
  func earlyRefusal() {
    let frame = ClientFrame(opcode: 1, payload: [0xCE, 0xBA, 0xED, 0xA0, 0x80, 0x65]).bytes
    #expect(FrameParser.refusal(of: Array(frame.prefix(6 + 3))) == nil)
    #expect(FrameParser.refusal(of: Array(frame.prefix(6 + 4))) == .invalidText)
  }

  @Test("Text that ends inside a character, and a reason that isn't text, are refused")
  func halfCharacter() {
    #expect(FrameParser.refusal(of: ClientFrame(opcode: 1, payload: [0xE2, 0x82]).bytes) == .invalidText)
    #expect(FrameParser.refusal(of: ClientFrame(opcode: 8, payload: [3, 0xE8, 0xFF]).bytes) == .invalidText)
  }

  @Test("A Close states its code and reason; an empty one states none")
  func closes() throws {
    var parser = FrameParser(FrameLimits())
    let bytes = ClientFrame.close(4001, "schön").bytes + ClientFrame(opcode: 8).bytes
    #expect(try parser.feed(bytes) == [.close(CloseCode(rawValue: 4001), "schön"), .close(.missing, "")])
  }
}

extension ClientFrame: CustomTestStringConvertible {
  var testDescription: String { "\(bytes.prefix(8))" }
}
