import CArchive
import Foundation
import Testing

/// Writes small ZIP files for tests with libarchive.
enum ZipWriter {
  static func zip(_ files: [(name: String, content: Data)], password: String? = nil) throws -> Data {
    let capacity = files.reduce(1 << 16) { $0 + $1.content.count * 2 + 1024 }
    var buffer = [UInt8](repeating: 0, count: capacity)
    var used = 0
    try buffer.withUnsafeMutableBytes { bytes in
      let archive = try #require(archive_write_new())
      defer { archive_write_free(archive) }
      archive_write_set_format_zip(archive)
      if let password {
        try #require(archive_write_set_options(archive, "zip:encryption=zipcrypt") == ARCHIVE_OK)
        archive_write_set_passphrase(archive, password)
      }
      archive_write_open_memory(archive, bytes.baseAddress, bytes.count, &used)
      for file in files { try write(file, to: archive) }
      try #require(archive_write_close(archive) == ARCHIVE_OK)
    }
    return Data(buffer.prefix(used))
  }

  private static func write(_ file: (name: String, content: Data), to archive: OpaquePointer) throws {
    let entry = try #require(archive_entry_new())
    defer { archive_entry_free(entry) }
    archive_entry_set_pathname(entry, file.name)
    archive_entry_set_size(entry, Int64(file.content.count))
    archive_entry_set_filetype(entry, UInt32(Glibc.S_IFREG))
    archive_entry_set_perm(entry, 0o644)
    try #require(archive_write_header(archive, entry) == ARCHIVE_OK)
    file.content.withUnsafeBytes { _ = archive_write_data(archive, $0.baseAddress, $0.count) }
  }
}
