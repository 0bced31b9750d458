/// The limits for reading a mail. Mails are written by strangers.
package struct IncomingLimits: Sendable {
  /// Bytes that are read; anything beyond is attachments.
  package var bytes: Int
  /// Depth of parts within parts. Each level costs a recursion in GMime's parser.
  package var nesting: Int
  package var parts: Int
  /// Bytes kept of one part.
  package var partBytes: Int
  /// Characters of somebody's own text, and of the text they quote.
  package var text: Int
  /// Characters of the subject.
  package var subject: Int

  package static let standard = IncomingLimits(
    bytes: 2 << 20, nesting: 60, parts: 200, partBytes: 256 << 10, text: 8000, subject: 200)
}
