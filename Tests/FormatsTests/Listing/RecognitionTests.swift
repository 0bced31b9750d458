import Foundation
import Testing

@testable import Formats

@Suite("Recognising files")
struct RecognitionTests {
  @Test(
    "A file's kind shows by its content",
    arguments: [
      ("BEGIN:VCARD\nEND:VCARD", FileKind.vcard), ("\n\n  begin:vcard\n", .vcard), ("BEGIN:VCALENDAR\n", .icalendar),
      ("Name;Mail\nAnna;a@example.org", .table), ("To: a@example.org", .addresses), ("PK\u{3}\u{4}rest", .xlsx),
      ("<a@example.org>, <b@example.org>", .addresses), ("Anna Adler", .table), ("%PDF-1.7", .pdf),
      ("{\\rtf1", .richText), ("dn: cn=x\ncn: x", .ldif),
      ("<!DOCTYPE html><html><table></table></html>", .webPage), ("From: a\nMIME-Version: 1.0\n\nx", .mail),
      ("|a|b|\n|-|-|", .markdown),
    ])
  func kinds(text: String, kind: FileKind) throws {
    #expect(try ListReader.recognise(Data(text.utf8)) == kind)
  }

  @Test(
    "What is no list is named",
    arguments: [
      (Data(), "empty"), (Data(" \r\n\t".utf8), "empty"),
      (Data([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1]), "oldExcel"), (Data([0x89, 0x50, 0x4E, 0x47, 0x0D]), "image"),
      (Data([0xFF, 0xD8, 0xFF, 0xE0]), "image"), (Data("\0\0\0\u{18}ftypheic".utf8), "image"),
      (Data("\0\0\0\u{18}ftypisom".utf8), "recording"), (Data("RIFF\0\0\0\0WAVEfmt ".utf8), "recording"),
      (Data("RIFF\0\0\0\0WEBP".utf8), "image"), (Data([0x1A, 0x45, 0xDF, 0xA3]), "recording"),
      (Data([0x1F, 0x8B, 8]), "archive"),
      (Data((0..<2000).map { UInt8($0 * 7 % 32) }), "unknown"),
      (Data("<?xml version='1.0'?><a/>".utf8), "unknownXML"),
      (Data("{\"a\": 1}".utf8), "unknownJSON"),
    ])
  func refused(data: Data, problem: String) {
    #expect(throws: Problem("import.problem." + problem)) { try ListReader.recognise(data) }
  }

  @Test("A file over the limit is refused before it is read")
  func tooLarge() {
    var limits = ReadingLimits()
    limits.fileBytes = 1 << 20
    #expect(throws: Problem("import.problem.tooLarge", ["limit": "1"])) {
      try ListReader.recognise(Data(count: 2 << 20), limits: limits)
    }
  }
}
