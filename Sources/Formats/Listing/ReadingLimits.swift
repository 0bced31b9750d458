/// Bounds that keep a hostile file from eating the machine. Passing one is a `Problem`, never a crash.
package struct ReadingLimits: Sendable {
  /// Bytes of a file as uploaded.
  package var fileBytes = 64 << 20
  /// Bytes of everything that is unpacked from a compressed file, however large it is: see `unpackedBytes(of:)`.
  package var unpackedBytes = 512 << 20
  /// So many bytes come out of one byte of a compressed file at most, beyond the first `freeBytes`. Workbooks shrink to a
  /// tenth, repetitive ones to a twentieth.
  package var amplification = 32
  package var freeBytes = 24 << 20
  /// Bytes of one cell. Excel's own bound is 32,767 characters.
  package var cellBytes = 128 << 10
  package var rows = 1_000_000
  package var columns = 1_000
  /// Cells of a table that is held in memory, empty ones too: a place far to the right takes many of them.
  package var cells = 4_000_000
  /// Bytes of topics that all speakers of one row may come to: each has the titles of their common talk.
  package var sharedTopicBytes = 256 << 10
  /// Depth of nested elements, arrays or objects.
  package var depth = 64

  package static let standard = ReadingLimits()

  package init() {}

  /// What may come out of a compressed file of so many bytes, and what its cells may hold altogether.
  package func unpackedBytes(of fileBytes: Int) -> Int {
    let (bytes, isTooMany) = fileBytes.multipliedReportingOverflow(by: amplification)
    return isTooMany ? unpackedBytes : min(unpackedBytes, freeBytes + min(bytes, unpackedBytes))
  }
}
