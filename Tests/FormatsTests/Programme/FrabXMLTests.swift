import Foundation
import Testing

@testable import Formats

@Suite("Reading frab's schedule.xml")
struct FrabXMLTests {
  private static let schedule = """
    <?xml version="1.0" encoding="UTF-8"?>
    <schedule><conference><title>Kongress</title><track name="Kunst"/></conference>
    <day index="1"><room name="Saal 1">
    <event id="1"><title>Öffnen &amp;amp; &lt;b&gt;Schließen&lt;/b&gt;</title><track>Kunst</track><persons>
    <person id="7" guid="g-1">  Ada
      Beispiel </person>
    <person guid="g-2">Bo</person></persons></event>
    <event id="2"><title>Zweiter</title><subtitle>Unter</subtitle><persons><person guid="g-1">Ada B.</person>
    <person>bo</person><person/></persons><links><link><title>Kein Thema</title></link></links></event>
    <event id="3"><title>Öffnen &amp; Schließen</title><persons><person guid="g-1"/><person guid="g-3">Bo</person></persons></event>
    </room></day></schedule>
    """

  @Test("Speakers are people at their line, titles of talks their topics, each once")
  func people() throws {
    let listing = try ProgrammeListing(Self.schedule, as: .frabXML)
    #expect(
      listing.people == [
        ListedPerson(name: "Ada Beispiel", topics: ["Öffnen & Schließen", "Zweiter"], line: 5),
        ListedPerson(name: "Bo", topics: ["Öffnen & Schließen", "Zweiter"], line: 7),
        ListedPerson(name: "Bo", topics: ["Öffnen & Schließen"], line: 10),
      ])
    let problem = Problem("import.problem.speakerWithoutName", ["line": "9"])
    #expect(listing.rejected == [RejectedRow(line: 9, problem: problem, cells: ["Zweiter"])])
  }

  @Test("A schedule is recognised by its outermost element, in any encoding")
  func recognition() throws {
    #expect(ProgrammeReader.kind(ofXML: Data(Self.schedule.utf8)) == .frabXML)
    let wide = Self.schedule.replacingOccurrences(of: "UTF-8", with: "UTF-16")
    #expect(ProgrammeReader.kind(ofXML: try #require(wide.data(using: .utf16))) == .frabXML)
    let hostile = "<!DOCTYPE a [<!ENTITY b 'c'>]><schedule>&b;</schedule>"
    #expect(ProgrammeReader.kind(ofXML: Data(hostile.utf8)) == .frabXML)
    for other in ["", "<rss/>", "<html><schedule/></html>", "schedule", "a <b>"] {
      #expect(ProgrammeReader.kind(ofXML: Data(other.utf8)) == nil, "\(other)")
    }
  }

  @Test("A truncated schedule, another document and declared entities are refused")
  func refusals() {
    let cut = String(Self.schedule.prefix(400))
    #expect(throws: Problem("import.problem.brokenXML", ["line": "8"])) { try ProgrammeListing(cut, as: .frabXML) }
    #expect(throws: Problem("import.problem.programmeShape", ["expected": "schedule/day/room/event"])) {
      try ProgrammeListing("<rss/>", as: .frabXML)
    }
    #expect(throws: Problem("import.problem.xmlEntities", ["line": "1"])) {
      try ProgrammeListing("<!DOCTYPE a [<!ENTITY b 'c'>]><schedule>&b;</schedule>", as: .frabXML)
    }
  }

  @Test("A title longer than a cell may be is refused with its line")
  func longTitle() {
    var limits = ReadingLimits.standard
    limits.cellBytes = 10
    let xml = "<schedule>\n<event><title>12345678901</title></event></schedule>"
    #expect(throws: Problem("import.problem.cellTooLong", ["line": "2", "limit": "10"])) {
      try ProgrammeListing(xml, as: .frabXML, limits: limits)
    }
  }

  @Test("Two people of one name are told apart by their guids, and their titles are talks")
  func identities() throws {
    let person = { (guid: String) in "<persons><person id=\"1\" guid=\"\(guid)\">Marc</person></persons>" }
    let listing = try ProgrammeListing(
      "<schedule><day><room><event><title>Water</title>\(person("a"))</event><event><title>Fire</title>\(person("b"))</event>"
        + "</room></day></schedule>", as: .frabXML)
    #expect(listing.identities == ["a", "b"])
    #expect(listing.talks == [["Water"], ["Fire"]])
  }
}
