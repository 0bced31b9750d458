/// The limits on what may wait for one peer.
package struct OutboxLimits: Sendable {
  package var frames: Int
  package var bytes: Int

  package init(frames: Int = 1024, bytes: Int = 1 << 20) {
    self.frames = frames
    self.bytes = bytes
  }
}
