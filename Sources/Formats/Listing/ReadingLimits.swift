/// Bounds that keep a hostile file from eating the machine. Passing one is a `Problem`, never a crash.
package struct ReadingLimits: Sendable {
  /// Bytes of a file as uploaded.
  package var fileBytes = 64 << 20
  /// Bytes of everything that is unpacked from a compressed file.
  package var unpackedBytes = 512 << 20
  /// Bytes of one cell. Excel's own bound is 32,767 characters.
  package var cellBytes = 128 << 10
  package var rows = 1_000_000
  package var columns = 1_000
  /// Depth of nested elements, arrays or objects.
  package var depth = 64

  package static let standard = ReadingLimits()

  package init() {}
}
