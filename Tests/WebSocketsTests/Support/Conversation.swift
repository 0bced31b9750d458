import NIOCore
import TestKit

@testable import WebSockets

/// Messages in pieces with pings between them, as bytes, along with their content.
struct Conversation {
  private(set) var bytes: [UInt8] = []
  private(set) var events: [FrameEvent] = []

  private static let letters: [Character] = ["a", "ß", "€", "😀", "\n", "\u{10FFFF}", "\u{7FF}"]

  init(_ messages: Int, _ random: inout SeededGenerator) {
    for _ in 0..<messages {
      if Bool.random(using: &random) { addText(&random) } else { addBinary(&random) }
    }
  }

  private mutating func addText(_ random: inout SeededGenerator) {
    let count = Int.random(in: 0...300, using: &random)
    let text = String((0..<count).map { _ in Self.letters.randomElement(using: &random) ?? "a" })
    addPieces(opcode: 1, Array(text.utf8), &random)
    events.append(.message(.text(text)))
  }

  private mutating func addBinary(_ random: inout SeededGenerator) {
    let count = [0, 1, 125, 126, 4000, 65_536].randomElement(using: &random) ?? 0
    let payload = (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &random) }
    addPieces(opcode: 2, payload, &random)
    events.append(.message(.binary(ByteBuffer(bytes: payload))))
  }

  /// One to four frames, possibly with a ping in between.
  private mutating func addPieces(opcode: UInt8, _ payload: [UInt8], _ random: inout SeededGenerator) {
    let cuts = (0..<Int.random(in: 0...3, using: &random)).map { _ in Int.random(in: 0...payload.count, using: &random)
    }
    let bounds = [0] + cuts.sorted() + [payload.count]
    for (index, (start, end)) in zip(bounds, bounds.dropFirst()).enumerated() {
      let isLast = index == bounds.count - 2
      let part = Array(payload[start..<end])
      add(ClientFrame(opcode: index == 0 ? opcode : 0, payload: part, isFinal: isLast), &random)
      if isLast { return }
      events.append(.fragment)
      if Bool.random(using: &random) { addPing(&random) }
    }
  }

  private mutating func addPing(_ random: inout SeededGenerator) {
    let payload = (0..<Int.random(in: 0...125, using: &random)).map { UInt8($0) }
    add(ClientFrame(opcode: 9, payload: payload), &random)
    events.append(.ping(ByteBuffer(bytes: payload)))
  }

  private mutating func add(_ frame: ClientFrame, _ random: inout SeededGenerator) {
    var frame = frame
    frame.mask = (0..<4).map { _ in UInt8.random(in: .min ... .max, using: &random) }
    bytes += frame.bytes
  }
}
