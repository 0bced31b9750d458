import NIOCore

/// Turns a client's bytes into events; pure, strict, and indifferent to how the bytes are split. After a violation it
/// must not be used any more.
struct FrameParser {
  private struct OpenFrame {
    let header: FrameHeader
    var mask: FrameMask
    var missing: Int
  }

  private let limits: FrameLimits
  private var unread = ByteBuffer()
  private var frame: OpenFrame?
  private var message: PartialMessage?

  init(_ limits: FrameLimits) {
    self.limits = limits
  }

  mutating func append(_ bytes: ByteBuffer) {
    if unread.readableBytes == 0 {
      unread = bytes
    } else {
      unread.writeImmutableBuffer(bytes)
    }
  }

  /// The next event, or nil until there are more bytes.
  mutating func next() throws(Violation) -> FrameEvent? {
    if frame == nil, let header = try FrameHeader.read(from: &unread) { try begin(header) }
    let event = try frame.flatMap { frame throws(Violation) in
      frame.header.opcode.isControl ? try control(frame) : try data(frame)
    }
    // An idle peer must not keep the buffer of its last message alive.
    if event == nil, unread.readableBytes == 0 { unread = ByteBuffer() }
    return event
  }

  /// Judges by the header alone, before any byte of the payload is stored.
  private mutating func begin(_ header: FrameHeader) throws(Violation) {
    switch header.opcode {
    case .continuation:
      guard message != nil else { throw Violation(.protocolError, "nothing to continue") }
    case .text, .binary:
      guard message == nil else { throw Violation(.protocolError, "the message before isn't finished") }
      message = PartialMessage(isText: header.opcode == .text)
    case .close, .ping, .pong: break
    }
    let length = header.opcode.isControl ? 0 : header.length
    guard length <= limits.frameBytes, length <= limits.messageBytes - (message?.count ?? 0) else {
      throw Violation(.messageTooBig, "at most \(limits.messageBytes) bytes")
    }
    frame = OpenFrame(header: header, mask: FrameMask(header.mask), missing: header.length)
  }

  private mutating func data(_ open: OpenFrame) throws(Violation) -> FrameEvent? {
    var open = open
    let count = min(open.missing, unread.readableBytes)
    if count > 0, let part = unread.readSlice(length: count) {
      try message?.append(part, &open.mask)
      open.missing -= count
    }
    frame = open.missing > 0 ? open : nil
    if open.missing > 0 { return nil }
    guard open.header.isFinal, let whole = message else { return .fragment }
    message = nil
    return .message(try whole.finished())
  }

  private mutating func control(_ open: OpenFrame) throws(Violation) -> FrameEvent? {
    guard let masked = unread.readSlice(length: open.missing) else { return nil }
    frame = nil
    var payload = ByteBuffer()
    var mask = open.mask
    mask.unmask(masked, into: &payload)
    switch open.header.opcode {
    case .ping: return .ping(payload)
    case .close: return try close(&payload)
    default: return .pong
    }
  }

  private func close(_ payload: inout ByteBuffer) throws(Violation) -> FrameEvent {
    guard payload.readableBytes > 0 else { return .close(.missing, "") }
    guard let code = payload.readInteger(as: UInt16.self).map(CloseCode.init), code.maySend else {
      throw Violation(.protocolError, "no such close code")
    }
    var check = UTF8Check()
    guard payload.withUnsafeReadableBytes({ check.accepts($0) }), check.isWhole else {
      throw Violation(.invalidText, "the reason isn't UTF-8")
    }
    return .close(code, String(buffer: payload))
  }
}
