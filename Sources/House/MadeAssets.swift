import Compression
import NIOConcurrencyHelpers
import NIOCore

/// Files combined and compressed on first use. The start of the program has no time for that, and most are never
/// requested.
final class MadeAssets: Sendable {
  private struct Key: Hashable {
    let name: String
    /// Nil for uncompressed content.
    let coding: ContentCoding?
  }

  private struct Kept {
    var bytes: [Key: ByteBuffer] = [:]
    var expected: Set<String> = []
  }

  private let kept = NIOLockedValueBox(Kept())

  /// Announces a combination of style sheets that one of our pages links to. Others, which anybody can make up, aren't
  /// worth the work.
  func expect(_ name: String) {
    kept.withLockedValue { kept in
      if !kept.expected.contains(name) { kept.expected.insert(name) }
    }
  }

  func expects(_ name: String) -> Bool {
    kept.withLockedValue { $0.expected.contains(name) }
  }

  func bytes(of name: String, coding: ContentCoding?) -> ByteBuffer? {
    kept.withLockedValue { $0.bytes[Key(name: name, coding: coding)] }
  }

  func keep(_ bytes: ByteBuffer, of name: String, coding: ContentCoding?) {
    kept.withLockedValue { $0.bytes[Key(name: name, coding: coding)] = bytes }
  }

  /// Nil if compression doesn't make it smaller.
  func packed(_ bytes: ByteBuffer, of name: String, by coding: ContentCoding) async -> ByteBuffer? {
    if let known = self.bytes(of: name, coding: coding) { return known.readableBytes > 0 ? known : nil }
    let packed = try? await OwnThread.run { coding.packed(Array(bytes.readableBytesView)) }
    let smaller = packed.flatMap { $0.count < bytes.readableBytes ? ByteBuffer(bytes: $0) : nil }
    keep(smaller ?? ByteBuffer(), of: name, coding: coding)
    return smaller
  }
}
