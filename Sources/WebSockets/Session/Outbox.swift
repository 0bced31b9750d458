import DequeModule
import NIOCore

/// Frames waiting until a peer has read the ones before.
struct Outbox {
  private let limits: OutboxLimits
  private var frames = Deque<ByteBuffer>()
  private var bytes = 0

  init(_ limits: OutboxLimits) {
    self.limits = limits
  }

  var isEmpty: Bool { frames.isEmpty }

  /// Returns false, keeping nothing, if there is no room.
  mutating func append(_ frame: ByteBuffer) -> Bool {
    guard frames.count < limits.frames, bytes + frame.readableBytes <= limits.bytes else { return false }
    frames.append(frame)
    bytes += frame.readableBytes
    return true
  }

  /// For frames that may be lost: they never take more than half of the room.
  mutating func appendIfRoomy(_ frame: ByteBuffer) {
    guard frames.count < limits.frames / 2, bytes + frame.readableBytes <= limits.bytes / 2 else { return }
    _ = append(frame)
  }

  /// For the Close, for which there is always room.
  mutating func appendLast(_ frame: ByteBuffer) {
    frames.append(frame)
    bytes += frame.readableBytes
  }

  mutating func popFirst() -> ByteBuffer? {
    guard let frame = frames.popFirst() else { return nil }
    bytes -= frame.readableBytes
    return frame
  }

  mutating func removeAll() {
    frames = []
    bytes = 0
  }
}
