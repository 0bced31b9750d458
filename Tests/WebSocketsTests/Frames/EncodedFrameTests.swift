import NIOCore
import Testing

@testable import WebSockets

struct EncodedFrameTests {
  @Test(
    "A payload's length is written in as few bytes as it needs",
    arguments: [
      (0, [0x00]), (125, [0x7D]), (126, [0x7E, 0, 126]), (65_535, [0x7E, 0xFF, 0xFF]),
      (65_536, [0x7F, 0, 0, 0, 0, 0, 1, 0, 0]),
    ] as [(Int, [UInt8])])
  func lengths(count: Int, head: [UInt8]) {
    let frame = EncodedFrame.text(String(repeating: "a", count: count))
    #expect(Array(frame.bytes.readableBytesView) == [0x81] + head + Array(repeating: 0x61, count: count))
  }

  @Test("A Close carries its code, and as much of the reason as fits")
  func close() {
    let frame = EncodedFrame.close(.serviceRestart, String(repeating: "ü", count: 100))
    #expect(frame.bytes.readableBytes == 2 + 2 + 122)
    #expect(Array(frame.bytes.readableBytesView.prefix(4)) == [0x88, 124, 0x03, 0xF4])
  }

  @Test("A code that must not be sent leaves the Close empty")
  func closeWithoutCode() {
    #expect(Array(EncodedFrame.close(.missing, "nothing").bytes.readableBytesView) == [0x88, 0])
  }
}
