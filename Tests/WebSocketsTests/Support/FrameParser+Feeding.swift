import NIOCore

@testable import WebSockets

extension FrameParser {
  /// The events from these bytes.
  mutating func feed(_ bytes: some Sequence<UInt8>) throws(Violation) -> [FrameEvent] {
    append(ByteBuffer(bytes: bytes))
    var events: [FrameEvent] = []
    while let event = try next() { events.append(event) }
    return events
  }

  /// The code with which bytes are refused, or nil.
  static func refusal(of bytes: [UInt8], _ limits: FrameLimits = FrameLimits()) -> CloseCode? {
    var parser = FrameParser(limits)
    do throws(Violation) {
      _ = try parser.feed(bytes)
      return nil
    } catch {
      return error.code
    }
  }
}
