/// What reading a mail may come to. Mails are written by strangers.
package struct IncomingLimits: Sendable {
  /// Bytes that are read; the rest is attachments.
  package var bytes: Int
  /// Parts that may hold parts. Each costs a turn on the stack in GMime's parser.
  package var nesting: Int
  package var parts: Int
  /// Bytes of one part that are kept.
  package var partBytes: Int
  /// Characters of what somebody said, and of what they quote.
  package var text: Int
  /// Characters of the subject.
  package var subject: Int

  package static let standard = IncomingLimits(
    bytes: 2 << 20, nesting: 60, parts: 200, partBytes: 256 << 10, text: 8000, subject: 200)
}
