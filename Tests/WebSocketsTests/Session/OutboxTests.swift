import NIOCore
import Testing

@testable import WebSockets

@Suite("What waits for a slow reader")
struct OutboxTests {
  @Test("It is bounded by frames and by bytes, and what leaves makes room")
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

  private func frame(_ count: Int) -> ByteBuffer { ByteBuffer(repeating: 0, count: count) }
}
