/// The sizes allowed for frames and messages, in bytes of payload.
package struct FrameLimits: Sendable {
  package var frameBytes: Int
  package var messageBytes: Int

  package init(frameBytes: Int = 65_536, messageBytes: Int = 65_536) {
    self.frameBytes = frameBytes
    self.messageBytes = messageBytes
  }
}
