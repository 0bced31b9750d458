import CBrotli
import CZlib

/// The ways in which bytes are compressed for a browser (RFC 9110 §8.4.1), tightest first.
package enum ContentCoding: String, Sendable, CaseIterable {
  /// RFC 7932.
  case brotli = "br"
  /// RFC 1952.
  case gzip

  /// The tightest one a browser accepts in its `Accept-Encoding` (RFC 9110 §12.5.3); nil for none.
  package static func accepted(_ header: String?) -> ContentCoding? {
    let taken = (header ?? "").split(separator: ",").compactMap(Self.taken)
    return allCases.first { taken.contains($0.rawValue) }
  }

  /// A name, unless its weight is zero.
  private static func taken(_ part: Substring) -> String? {
    let pieces = part.split(separator: ";").map { $0.filter { $0 != " " && $0 != "\t" }.lowercased() }
    guard let name = pieces.first else { return nil }
    let weight = pieces.dropFirst().first { $0.hasPrefix("q=") }.map { Double($0.dropFirst(2)) ?? 0 }
    return weight == 0 ? nil : name
  }

  /// Compresses as tightly as possible: meant for content that is compressed once and sent often. Nil if out of memory.
  package func packed(_ bytes: [UInt8]) -> [UInt8]? {
    switch self {
    case .brotli: Self.brotli(bytes)
    case .gzip: Self.gzip(bytes)
    }
  }

  private static func brotli(_ bytes: [UInt8]) -> [UInt8]? {
    var size = BrotliEncoderMaxCompressedSize(bytes.count)
    guard size > 0 else { return nil }
    var packed = [UInt8](repeating: 0, count: size)
    let isDone = BrotliEncoderCompress(
      BROTLI_MAX_QUALITY, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, bytes.count, bytes, &size, &packed)
    return isDone == BROTLI_TRUE ? Array(packed[..<size]) : nil
  }

  private static func gzip(_ bytes: [UInt8]) -> [UInt8]? {
    var stream = z_stream()
    // A window of 2^15 bytes; adding 16 asks for gzip's frame (zlib.h).
    let version = ZLIB_VERSION
    let size = Int32(MemoryLayout<z_stream>.size)
    guard deflateInit2_(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY, version, size) == Z_OK
    else { return nil }
    defer { deflateEnd(&stream) }
    var (bytes, packed) = (bytes, [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count)))))
    let end = bytes.withUnsafeMutableBufferPointer { source in
      packed.withUnsafeMutableBufferPointer { target in
        (stream.next_in, stream.avail_in) = (source.baseAddress, UInt32(source.count))
        (stream.next_out, stream.avail_out) = (target.baseAddress, UInt32(target.count))
        return deflate(&stream, Z_FINISH)
      }
    }
    return end == Z_STREAM_END ? Array(packed[..<Int(stream.total_out)]) : nil
  }
}
