import Foundation
import Testing

@testable import Formats

@Suite("Extreme numbers in files")
struct ExtremeNumberTests {
  /// `#` marks the place of a number.
  static let files = [
    "Name;E-Mail;Nr\nAnna Adler;anna@example.org;#\n#;#;#\n", "#\n#\n",
    "1. Anna Adler, #\n#. Bo Bach, bo@example.org\n",
    "Name    E-Mail\nAnna    #\n#       bo@example.org\n",
    "BEGIN:VCARD\nVERSION:#\nFN:Anna\nEMAIL;PREF=#:a@example.org\nEMAIL;PREF=#:b@example.org\nEND:VCARD\n",
    "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSEQUENCE:#\nATTENDEE;CN=Anna;X=#:mailto:a@example.org\nEND:VEVENT\nEND:VCALENDAR\n",
    "{\"schedule\":{\"conference\":{\"days\":[{\"index\":#,\"rooms\":{\"R\":[{\"id\":#,\"title\":\"T\",\"persons\":[{\"id\":#,\"public_name\":\"Anna\"}]}]}}]}}}",
    "{\"count\":#,\"results\":[{\"code\":\"A\",\"name\":\"Anna\",\"biography\":\"\",\"submissions\":[#]}]}",
    "[{\"Name\":\"Anna\",\"Nummer\":#,\"Titel\":[#,#]}]",
    "<schedule><day index=\"#\"><room><event id=\"#\"><title>T</title><persons><person id=\"#\">Anna</person></persons></event></room></day></schedule>",
    "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">"
      + "<Worksheet><Table><Row ss:Index=\"#\"><Cell ss:Index=\"#\"><Data ss:Type=\"Number\">#</Data></Cell></Row></Table></Worksheet></Workbook>",
  ]

  @Test(
    "Reading a file ends, with people, rejections or a named problem, whatever number stands in it", arguments: files)
  func numbers(file: String) throws {
    for number in XLSXBoundsTests.extremes + ["1e999999", "00000000000000000000000000000001", "0x7fffffffffffffff"] {
      do { _ = try Reading(file.replacing("#", with: number)) } catch { #expect(error is Problem) }
    }
  }

  @Test(
    "A document's lines may have any number",
    arguments: [Int.min, -1, 0, 1, Int.max - 1, Int.max])
  func lines(line: Int) throws {
    let row = DocumentRow(line: line, cells: ["Anna Adler", "anna@example.org"])
    for part in [DocumentPart.table([row, row]), .lines([DocumentLine(line: line, text: "Anna <anna@example.org>")])] {
      var people = 0
      var reader = DocumentPeople()
      try reader.read([part, part]) { if case .person = $0 { people += 1 } }
      #expect(people > 0)
    }
  }

  @Test("The output for each byte of input is limited, whatever the format")
  func amplification() throws {
    let flood = String(repeating: "Anna;Bo;", count: 4000)
    let files = [
      "Titel;Referenten\nBäume;\"\(flood)\"\n", "Name;Themen\nAnna;\"\(flood)\"\n",
      "[{\"Name\":\"\(flood)\"},{\"Name\":\"B\"}]", "BEGIN:VCARD\nFN:A\nCATEGORIES:\(flood)\nEND:VCARD\n",
    ]
    for file in files {
      var bytes = 0
      _ = try ListReader.read(Data(file.utf8)) { event in
        if case .person(let person) = event {
          bytes +=
            person.name.utf8.count + person.organisation.utf8.count + person.topics.reduce(0) { $0 + $1.utf8.count }
        }
      }
      #expect(bytes <= 4 * file.utf8.count + 100_000, "\(file.prefix(20))")
    }
  }
}
