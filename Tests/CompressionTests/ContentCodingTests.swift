import Foundation
import Testing

@testable import Compression

@Suite struct ContentCodingTests {
  @Test(
    "A browser gets the tightest of what it takes",
    arguments: [
      ("gzip, deflate, br, zstd", ContentCoding.brotli), ("gzip, deflate", .gzip), ("br;q=0, gzip;q=0.5", .gzip),
      ("BR ; q=1.0", .brotli), ("identity", nil), ("gzip;q=0", nil), ("", nil), ("broken, gzip2", nil),
      ("gzip;q=zero", nil), (";;,,", nil),
    ] as [(String, ContentCoding?)])
  func accepted(header: String, coding: ContentCoding?) {
    #expect(ContentCoding.accepted(header) == coding)
    #expect(ContentCoding.accepted(nil) == nil)
  }

  @Test("Other programs can unpack our compression", arguments: ContentCoding.allCases)
  func unpacked(coding: ContentCoding) throws {
    let text = Array(String(repeating: "Guten Abend, schön dass Sie da sind. ", count: 3000).utf8)
    let packed = try #require(coding.packed(text))
    #expect(packed.count < text.count / 50)
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).packed")
    try Data(packed).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    #expect(try Self.unpacked(file, coding) == Data(text))
  }

  @Test("An empty text can be compressed too", arguments: ContentCoding.allCases)
  func empty(coding: ContentCoding) throws {
    #expect(try #require(coding.packed([])).count > 0)
  }

  private static func unpacked(_ file: URL, _ coding: ContentCoding) throws -> Data {
    let process = Process()
    process.executableURL = URL(filePath: coding == .gzip ? "/usr/bin/gzip" : "/usr/bin/brotli")
    process.arguments = ["-d", "-c", file.path]
    if coding == .gzip { process.standardInput = try FileHandle(forReadingFrom: file) }
    if coding == .gzip { process.arguments = ["-d", "-c"] }
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return data
  }
}
