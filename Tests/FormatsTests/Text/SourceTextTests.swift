import Foundation
import Testing

@testable import Formats

@Suite("Decoding text")
struct SourceTextTests {
  private func decoded(_ data: Data) -> String { String(decoding: SourceText(decoding: data).bytes, as: UTF8.self) }

  @Test("UTF-16 is recognised with and without a byte order mark", arguments: [true, false], [true, false])
  func utf16(littleEndian: Bool, mark: Bool) {
    let text = "Name;Größe\r\nJörg;🎉\r\n"
    #expect(decoded(text.utf16Data(littleEndian: littleEndian, mark: mark)) == text)
  }

  @Test("A byte order mark before UTF-8 is dropped")
  func mark() {
    #expect(decoded(Data([0xEF, 0xBB, 0xBF]) + Data("Größe".utf8)) == "Größe")
  }

  @Test("Bytes that aren't UTF-8 are Windows-1252, even between 0x80 and 0x9F")
  func windows1252() {
    #expect(decoded(Data([0x80, 0x20, 0x84, 0x4D, 0xFC, 0x93, 0x96])) == "€ „Mü“–")
  }

  @Test("In a file pasted together each line keeps its own encoding")
  func mixed() {
    #expect(decoded(Data("Jörg\n".utf8) + Data([0x4A, 0xF6, 0x72, 0x67])) == "Jörg\nJörg")
  }

  @Test("Excel's files for DOS and the old Macintosh are recognised by their letters")
  func oldExcel() {
    #expect(decoded(Data([0x4A, 0x81, 0x72, 0x67, 0x3B, 0x4D, 0x84, 0x72, 0x7A])) == "Jürg;März")
    #expect(decoded(Data([0x4A, 0x9F, 0x72, 0x67, 0x3B, 0x4D, 0x8A, 0x72, 0x7A])) == "Jürg;März")
  }

  @Test("NUL bytes disappear")
  func nul() {
    #expect(decoded(Data("An\0na\0".utf8)) == "Anna")
  }

  @Test("Every table of an encoding has 128 entries")
  func tables() {
    let tables = [CharsetTable.windows1252, CharsetTable.latin9, CharsetTable.macRoman, CharsetTable.dos850]
    #expect(tables.allSatisfy { $0.count == 128 })
  }

  @Test(
    "Text is tidied: trimmed, composed, without invisible characters",
    arguments: [
      ("  Anna \u{A0} Adler\u{200B} ", "Anna Adler"), ("Mu\u{308}ller", "Müller"), ("\u{FEFF}a\u{AD}b", "ab"),
      ("\t", ""),
      ("a\r\nb", "a b"), ("Änne", "Änne"),
    ])
  func tidied(written: String, tidy: String) {
    #expect(Array(written.tidied.unicodeScalars) == Array(tidy.unicodeScalars))
  }
}
