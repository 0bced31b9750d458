import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// The mapped pages of the program and its libraries that only starting needed: symbol tables, relocations,
/// initialisers, and what the system mapped around them. They are a third of what is resident at that time.
package enum StartingPages {
  /// Gives them back to the system. A page that is needed after all comes from its cache.
  package static func release() {
    #if canImport(Glibc)
      // Foundation's other ways end after the first read, which is one page here (Swift 6.3.1).
      guard let maps = try? FileHandle(forReadingAtPath: "/proc/self/maps")?.readToEnd() else { return }
      for range in String(decoding: maps, as: UTF8.self).split(separator: "\n").compactMap(unwritten) {
        madvise(UnsafeMutableRawPointer(bitPattern: range.lowerBound), range.count, MADV_DONTNEED)
      }
    #endif
  }

  /// The addresses in a line of `maps` (proc_pid_maps(5)) if the linker never wrote there: code, and a file's first part.
  /// What it wrote looks like other constants, stands further behind, and would be lost.
  package static func unwritten(_ line: Substring) -> Range<UInt>? {
    let fields = line.split(separator: " ", omittingEmptySubsequences: true)
    guard fields.count > 5, fields[5].hasPrefix("/") else { return nil }
    guard fields[1] == "r-xp" || fields[1] == "r--p" && fields[2].allSatisfy({ $0 == "0" }) else { return nil }
    let ends = fields[0].split(separator: "-").compactMap { UInt($0, radix: 16) }
    return ends.count == 2 && ends[0] < ends[1] ? ends[0]..<ends[1] : nil
  }
}
