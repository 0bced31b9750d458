import Core
import Foundation
import Testing

@testable import Acts
@testable import Evening
@testable import GuestPages
@testable import HostPages
@testable import House
@testable import Records
@testable import RoomPages
@testable import Site
@testable import Web

@Suite("The command's report on a list")
struct ListReportTests {
  @Test("It is JSON with kind, people in order, merged rows, and reasons in the reader's language")
  func json() throws {
    let list = "Name;E-Mail;Themen\n\"Anna \"\"A\"\" \\Adler\";a@example.org;Ebbe, Flut\nBea;B@example.org;\n"
    let report = try ListReport(reading: Data((list + "Anna;A@example.org;Watt\n;kaputt;\n").utf8))
    let json = report.json(Phrases(try .bundled(), .english))
    let decoded = try JSONDecoder().decode(Report.self, from: Data(json.utf8))
    #expect(decoded.kind == "table")
    #expect(decoded.people.map(\.name) == ["Anna \"A\" \\Adler", "Bea"])
    #expect(decoded.people[0].topics == ["Ebbe", "Flut", "Watt"])
    #expect(decoded.merged == 1)
    #expect(decoded.rejected == [.init(line: 5, reason: "“kaputt” is not a valid email address.")])
    #expect(report.json(Phrases(try .bundled(), .german)).contains("ist keine gültige"))
  }

  @Test("It says who cancelled, waits or was there")
  func attendance() throws {
    let report = try ListReport(
      reading: Data("Name;E-Mail;Status\nBea;b@example.org;storniert\nCem;c@example.org;\n".utf8))
    let json = report.json(Phrases(try .bundled(), .english))
    let decoded = try JSONDecoder().decode(Report.self, from: Data(json.utf8))
    #expect(decoded.attendance == [.init(line: 2, name: "Bea", attendance: "cancelled")])
    #expect(report.summary(Phrases(try .bundled(), .german)).contains("Zeile 2: Bea: abgemeldet"))
  }

  @Test("Control characters in a list don't break the JSON")
  func controls() throws {
    let report = try ListReport(reading: Data("Name,E-Mail\nA\u{1F}nna\tAdler,a@example.org\n".utf8))
    let json = report.json(Phrases(try .bundled(), .english))
    #expect(throws: Never.self) { _ = try JSONDecoder().decode(Report.self, from: Data(json.utf8)) }
  }

  private struct Report: Decodable {
    struct Person: Decodable {
      let name, email, organisation, role, country: String
      let topics: [String]
    }
    struct Standing: Decodable, Equatable {
      let line: Int
      let name, attendance: String
    }
    struct Rejected: Decodable, Equatable {
      let line: Int
      let reason: String
    }
    let kind: String
    let people: [Person]
    let merged: Int
    let rejected: [Rejected]
    let attendance: [Standing]
  }
}
