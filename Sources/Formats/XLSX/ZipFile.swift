import CArchive
import Foundation

/// The files inside a ZIP, read one at a time with libarchive's directory-based reader, so that the order in which they
/// were stored doesn't matter, and a truncated archive is refused instead of half read.
struct ZipFile {
  private static let mostEntries = 10_000
  /// libarchive converts names through the process's locale; without one, names beyond ASCII are lost.
  private static let localeIsSet: Bool = setlocale(LC_CTYPE, "C.UTF-8") != nil

  private let data: Data
  private let budget: UnpackingBudget
  /// The limit for the cells of all sheets.
  let cells: CellBudget
  /// The names as stored, with forward slashes.
  let names: [String]

  /// Throws `import.problem.encrypted` for a password-protected entry, and `import.problem.brokenWorkbook` for an
  /// archive whose directory can't be read.
  init(_ data: Data, limits: ReadingLimits) throws {
    _ = ZipFile.localeIsSet
    self.data = data
    let limit = limits.unpackedBytes(of: data.count)
    budget = UnpackingBudget(limit: limit)
    cells = CellBudget(limit: limit)
    var names: [String] = []
    try ZipFile.visit(data) { _, entry in
      if archive_entry_is_encrypted(entry) != 0 { throw Problem("import.problem.encrypted") }
      names.append(ZipFile.name(of: entry))
      if names.count > ZipFile.mostEntries { throw UnpackingBudget.bomb(limit: limit) }
      return true
    }
    self.names = names
  }

  /// Passes on the unpacked bytes of a file piece by piece; names are compared without case, as in Excel. Returns false
  /// if there is no such file. Throws `import.problem.zipBomb` once everything unpacked exceeds the limit.
  func read(_ name: String, piece: (UnsafeRawBufferPointer) throws -> Void) throws -> Bool {
    var found = false
    try ZipFile.visit(data) { archive, entry in
      guard ZipFile.name(of: entry).caseInsensitiveCompare(name) == .orderedSame else { return true }
      found = true
      try unpack(archive, name: name, piece: piece)
      return false
    }
    return found
  }

  private func unpack(
    _ archive: OpaquePointer, name: String, piece: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    var start: UnsafeRawPointer?
    var count = 0
    var offset: Int64 = 0
    while true {
      let status = archive_read_data_block(archive, &start, &count, &offset)
      if status == ARCHIVE_EOF { return }
      guard status == ARCHIVE_OK else { throw ZipFile.broken(part: name) }
      try budget.spend(count)
      try piece(UnsafeRawBufferPointer(start: start, count: count))
    }
  }

  static func broken(part: String) -> Problem { Problem("import.problem.brokenWorkbook", ["part": part]) }

  /// Walks over the entries until `entry` returns false.
  private static func visit(
    _ data: Data, entry: (_ archive: OpaquePointer, _ entry: OpaquePointer) throws -> Bool
  ) throws {
    try data.withUnsafeBytes { bytes in
      guard let archive = archive_read_new() else { throw broken(part: "ZIP") }
      defer { archive_read_free(archive) }
      archive_read_support_format_zip_seekable(archive)
      guard archive_read_open_memory(archive, bytes.baseAddress, bytes.count) == ARCHIVE_OK else {
        throw broken(part: "ZIP")
      }
      var current: OpaquePointer?
      while true {
        let status = archive_read_next_header(archive, &current)
        if status == ARCHIVE_EOF { return }
        guard status == ARCHIVE_OK || status == ARCHIVE_WARN, let current else { throw broken(part: "ZIP") }
        guard try entry(archive, current) else { return }
      }
    }
  }

  /// Some writers store backslashes, against APPNOTE 4.4.17.1.
  private static func name(of entry: OpaquePointer) -> String {
    guard let name = archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry) else { return "" }
    return String(cString: name).replacingOccurrences(of: "\\", with: "/")
  }
}
