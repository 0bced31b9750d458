/// Limits that keep a hostile file from eating the machine. Exceeding one is a `Problem`, never a crash.
package struct ReadingLimits: Sendable {
  /// Bytes of a file as uploaded.
  package var fileBytes = 64 << 20
  /// Bytes of everything unpacked from a compressed file, however large it is: see `unpackedBytes(of:)`.
  package var unpackedBytes = 512 << 20
  /// The most bytes that may come out of one byte of a compressed file, beyond the first `freeBytes`. Workbooks shrink
  /// to a tenth, repetitive ones to a twentieth.
  package var amplification = 32
  package var freeBytes = 24 << 20
  /// Bytes of text that a document may yield.
  package var textBytes = 32 << 20
  /// Seconds for which a reader of documents may work.
  package var seconds = 7.0
  /// Seconds by the clock on the wall, also on a machine that is busy with other things: nobody waits longer.
  package var wallSeconds = 9.0
  /// Bytes of one cell. Excel's own limit is 32,767 characters.
  package var cellBytes = 128 << 10
  package var rows = 1_000_000
  package var columns = 1_000
  /// Cells of a table held in memory, including empty ones, of which a cell far to the right needs many.
  package var cells = 4_000_000
  /// Bytes of topics for all speakers of one row together: each gets the titles of their common talk.
  package var sharedTopicBytes = 256 << 10
  /// Depth of nested elements, arrays or objects.
  package var depth = 64

  package static let standard = ReadingLimits()

  package init() {}

  /// The bytes that may come out of a compressed file of this size, which also bound all of its cells together.
  package func unpackedBytes(of fileBytes: Int) -> Int {
    let (bytes, isTooMany) = fileBytes.multipliedReportingOverflow(by: amplification)
    return isTooMany ? unpackedBytes : min(unpackedBytes, freeBytes + min(bytes, unpackedBytes))
  }
}
