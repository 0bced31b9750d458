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

  /// `#` marks the place of a number; in a document of LibreOffice, an attribute.
  static let documents: [String] = [
    "<table:table><table:table-row table:number-rows-repeated='#'><table:table-cell><text:p>Anna</text:p></table:table-cell>"
      + "</table:table-row><table:table-row><table:table-cell><text:p>Bo</text:p></table:table-cell></table:table-row></table:table>",
    "<table:table><table:table-row><table:table-cell table:number-columns-repeated='#' table:number-columns-spanned='#'"
      + " table:number-rows-spanned='#' office:value='#'/><table:covered-table-cell table:number-columns-repeated='#'/>"
      + "<table:table-cell><text:p>Bo</text:p></table:table-cell></table:table-row></table:table>",
    "<text:p>Anna<text:s text:c='#'/>Adler</text:p><text:list text:start-value='#'><text:list-item><text:p>Bo</text:p></text:list-item></text:list>",
  ]

  @Test("A document with any number in it ends in the same way", arguments: documents)
  func numbers(document: String) throws {
    for number in XLSXBoundsTests.extremes + ["9223372036854775806", "-7", "1e999999"] {
      let content = document.replacing("#", with: number)
      do { _ = try Reading(try Self.file(content)) } catch { #expect(error is Problem, "\(number)") }
    }
  }

  private static func file(_ content: String) throws -> Data {
    try DocumentSample.open(content, type: content.hasPrefix("<text") ? "text" : "spreadsheet")
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
