import NIOCore
import Testing

@testable import WebSockets

@Suite("Frames waiting for a slow reader")
struct OutboxTests {
  @Test("They are limited by frames and by bytes, and those that leave make room")
  func bounds() {
    var outbox = Outbox(OutboxLimits(frames: 3, bytes: 10))
    let isKept = [4, 4, 3, 2, 0].map { outbox.append(frame($0)) }
    #expect(isKept == [true, true, false, true, false])
    let first = outbox.popFirst()
    let isKeptThen = outbox.append(frame(4))
    #expect(first?.readableBytes == 4 && isKeptThen)
  }

  @Test("There is always room for the Close, last in line")
  func last() {
    var outbox = Outbox(OutboxLimits(frames: 1, bytes: 1))
    let isKept = outbox.append(frame(1))
    outbox.appendLast(frame(5))
    let sizes = [outbox.popFirst(), outbox.popFirst()].map { $0?.readableBytes }
    #expect(isKept && sizes == [1, 5] && outbox.isEmpty)
  }

  @Test("Droppable frames use half of the room, and never what the rest needs")
  func droppable() {
    var outbox = Outbox(OutboxLimits(frames: 6, bytes: 100))
    for _ in 0..<10 { outbox.appendIfRoomy(frame(1)) }
    let isKept = (0..<4).map { _ in outbox.append(frame(1)) }
    #expect(isKept == [true, true, true, false])
    var narrow = Outbox(OutboxLimits(frames: 100, bytes: 10))
    for _ in 0..<10 { narrow.appendIfRoomy(frame(3)) }
    let isLargeKept = narrow.append(frame(7))
    #expect(isLargeKept)
  }

  private func frame(_ count: Int) -> ByteBuffer { ByteBuffer(repeating: 0, count: count) }
}
