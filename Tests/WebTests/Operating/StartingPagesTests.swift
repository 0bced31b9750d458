import Foundation
import StartingPages
import Testing

#if os(Linux)
  @Suite("Pages that only starting needed are given back")
  struct StartingPagesTests {
    @Test("Most of the code is no longer in memory then, and the program goes on with what it needs of it")
    func release() throws {
      let before = try residentCode()
      #expect(release_starting_pages() > 10 << 20)
      #expect(try residentCode() < before / 2)
      #expect("Ä ö ü".folding(options: .diacriticInsensitive, locale: nil) == "A o u")
      #expect(throws: DecodingError.self) { try JSONDecoder().decode([Int].self, from: Data("[1, \"2\"]".utf8)) }
    }

    /// Kilobytes of this program's own code that are in memory (`Rss` in proc_pid_smaps(5)).
    private func residentCode() throws -> Int {
      let path = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
      // Foundation's other ways end after the first read, which is one page here (Swift 6.3.1).
      let maps = try #require(try FileHandle(forReadingAtPath: "/proc/self/smaps")?.readToEnd())
      let lines = String(decoding: maps, as: UTF8.self).split(separator: "\n")
      let place = try #require(lines.firstIndex { $0.hasSuffix(path) && $0.contains(" r-xp ") })
      let line = try #require(lines[place...].first { $0.hasPrefix("Rss:") })
      return try #require(Int(line.split(whereSeparator: \.isWhitespace)[1]))
    }
  }
#endif
