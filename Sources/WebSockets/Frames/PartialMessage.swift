import NIOCore

/// A message while its frames arrive. Text is checked byte by byte, so that an invalid one is refused at the first
/// wrong byte.
struct PartialMessage {
  private let isText: Bool
  private var check = UTF8Check()
  private var bytes = ByteBuffer()

  init(isText: Bool) {
    self.isText = isText
  }

  var count: Int { bytes.readableBytes }

  mutating func append(_ part: ByteBuffer, _ mask: inout FrameMask) throws(Violation) {
    let start = bytes.writerIndex
    mask.unmask(part, into: &bytes)
    guard isText else { return }
    let isValid = bytes.withUnsafeReadableBytes { check.accepts(UnsafeRawBufferPointer(rebasing: $0[start...])) }
    guard isValid else { throw Violation(.invalidText, "not UTF-8") }
  }

  func finished() throws(Violation) -> WebSocketMessage {
    guard isText else { return .binary(bytes) }
    guard check.isWhole else { throw Violation(.invalidText, "ends within a character") }
    return .text(String(buffer: bytes))
  }
}
