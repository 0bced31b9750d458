import Foundation
import Testing

@testable import Web

@Suite("Pages that only starting needed are given back")
struct StartingPagesTests {
  @Test(
    "Code and the first part of a file were never written to; what the linker wrote, the heap and the kernel's own are kept",
    arguments: [
      ("7f10a0000000-7f10a0200000 r-xp 00026000 fe:00 1311 /usr/lib/libc.so.6", 0x7f10_a000_0000..<0x7f10_a020_0000),
      (
        "55d0c0000000-55d0c0008000 r--p 00000000 fe:00 17 /usr/lib/a folder/stehtisch",
        0x55d0_c000_0000..<0x55d0_c000_8000
      ),
      ("55d0c0a00000-55d0c0b00000 r--p 00a00000 fe:00 17 /usr/lib/stehtisch/stehtisch", nil),
      ("55d0c0b00000-55d0c0c00000 rw-p 00b00000 fe:00 17 /usr/lib/stehtisch/stehtisch", nil),
      ("55d0c1000000-55d0c1100000 rw-p 00000000 00:00 0 [heap]", nil),
      ("7ffc1a000000-7ffc1a002000 r-xp 00000000 00:00 0 [vdso]", nil),
      ("7f10b0000000-7f10b0021000 r-xp 00000000 00:00 0", nil), ("7f10b0000000 r-xp 00000000 fe:00 17 /usr/lib/x", nil),
      ("7f10b0021000-7f10b0000000 r-xp 00000000 fe:00 17 /usr/lib/x", nil), ("", nil),
    ] as [(String, Range<UInt>?)])
  func unwritten(line: String, range: Range<UInt>?) {
    #expect(StartingPages.unwritten(line[...]) == range)
  }

  #if os(Linux)
    @Test("What is given back is no longer in memory, and there again when it is needed")
    func release() throws {
      let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
      try Data(repeating: 7, count: Self.size).write(to: file)
      defer { try? FileManager.default.removeItem(at: file) }
      let descriptor = open(file.path, O_RDONLY)
      let mapped = try #require(mmap(nil, Self.size, PROT_READ, MAP_PRIVATE, descriptor, 0))
      defer {
        munmap(mapped, Self.size)
        close(descriptor)
      }
      let bytes = UnsafeRawBufferPointer(start: mapped, count: Self.size)
      #expect(bytes.allSatisfy { $0 == 7 })
      #expect(try resident(file) == Self.size / 1024)
      StartingPages.release()
      #expect(try resident(file) == 0)
      #expect(bytes.allSatisfy { $0 == 7 })
    }

    private static let size = 1 << 20

    /// Kilobytes of a mapped file that are in memory (`Rss` in proc_pid_smaps(5)).
    private func resident(_ file: URL) throws -> Int {
      let maps = try #require(try FileHandle(forReadingAtPath: "/proc/self/smaps")?.readToEnd())
      let lines = String(decoding: maps, as: UTF8.self).split(separator: "\n")
      let place = try #require(lines.firstIndex { $0.hasSuffix(file.lastPathComponent) })
      let line = try #require(lines[place...].first { $0.hasPrefix("Rss:") })
      return try #require(Int(line.split(whereSeparator: \.isWhitespace)[1]))
    }
  #endif
}
