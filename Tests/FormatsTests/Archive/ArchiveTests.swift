import Foundation
import TestKit
import Testing

@testable import Formats

@Suite("Archives, and other files packed as ZIP")
struct ArchiveTests {
  private let list = Data("Name;E-Mail\nAnna;anna@example.org\n".utf8)

  @Test("All lists in an archive are read; pictures and notes beside them are not")
  func lists() throws {
    let data = try ZipWriter.zip([
      ("a/liste.csv", list), ("__MACOSX/a/._liste.csv", Data([1])), ("logo.png", Data([0x89, 0x50, 0x4E, 0x47])),
      ("b.vcf", Data("BEGIN:VCARD\nVERSION:3.0\nFN:Bea\nEMAIL:bea@example.org\nEND:VCARD\n".utf8)),
    ])
    let reading = try Reading(data)
    #expect(reading.emails == ["anna@example.org", "bea@example.org"] && reading.summary.kind == .zip)
  }

  @Test("An unreadable file among lists is reported; alone, it is the reason")
  func unreadable() throws {
    let bad = Data([0x1F, 0x8B, 8, 0])
    let reading = try Reading(try ZipWriter.zip([("x.gz", bad), ("liste.csv", list)]))
    #expect(reading.emails == ["anna@example.org"] && reading.problems == ["1 archive"])
    #expect(throws: Problem("import.problem.archive")) { try Reading(try ZipWriter.zip([("x.gz", bad)])) }
    #expect(throws: Problem("import.problem.archiveOfNothing")) { try Reading(try ZipWriter.zip([("a.png", bad)])) }
  }

  @Test("Archives within archives end somewhere")
  func nested() throws {
    var data = try ZipWriter.zip([("liste.csv", list)])
    #expect(try Reading(try ZipWriter.zip([("inner.zip", data)])).emails == ["anna@example.org"])
    for _ in 0..<6 { data = try ZipWriter.zip([("inner.zip", data)]) }
    #expect(throws: Problem("import.problem.tooDeep", ["limit": "4"])) { try Reading(data) }
  }

  @Test("All archives in a file together hold no more files than one may")
  func manyNested() throws {
    let lists = try ZipWriter.zip((1...14).map { ("\($0).csv", list) })
    let reading = try Reading(try ZipWriter.zip((1...14).map { ("\($0).zip", lists) }))
    #expect(reading.emails.count == 13 * 14 && reading.problems == ["14 tooManyFiles"])
  }

  @Test(
    "Packed files of other programs are named, with the way out",
    arguments: [
      ("xl/workbook.bin", "binaryWorkbook"), ("ppt/presentation.xml", "presentation"),
      ("Index/Document.iwa", "appleFile"),
    ])
  func others(name: String, problem: String) throws {
    let data = try ZipWriter.zip([("[Content_Types].xml", Data()), (name, Data([1]))])
    #expect(throws: Problem("import.problem." + problem)) { try ListReader.recognise(data) }
  }

  @Test("A packed document that unpacks to far more than its size stops at the limit")
  func bomb() throws {
    let spaces = String(repeating: " ", count: 40 << 20)
    let data = try DocumentSample.word(DocumentSample.paragraph(spaces))
    let taken = processorTime { #expect(throws: Problem.self) { try DirectReading.parts(of: data) } }
    #expect(taken < .seconds(10))
  }
}
