import Foundation
import Testing

@testable import Formats

@Suite("Reading programmes in JSON")
struct ProgrammeJSONTests {
  @Test("Each shape is recognised and gives the same people with the same topics", arguments: ProgrammeSamples.all)
  func shapes(sample: ProgrammeSamples.Sample) throws {
    #expect(ProgrammeReader.kind(ofJSON: Data(sample.json.utf8)) == sample.kind)
    let listing = try ProgrammeListing(sample.json, as: sample.kind)
    #expect(
      listing.people == [
        ListedPerson(name: "Ada Beispiel", topics: ["Erster", "Zweiter"], line: 1),
        ListedPerson(name: "Bo Muster", topics: ["Zweiter"], line: 2),
      ])
    #expect(listing.rejected.isEmpty)
  }

  @Test("The line that introduces a speaker is their role; organisations come from fields and answers")
  func fields() throws {
    let json = """
      {"questions": [{"id": 5, "question": "Company"}, {"id": 6, "question": "T-shirt"}], "sessions": [], "speakers": [
        {"id": "s1", "fullName": "Ada", "tagLine": "Architektin", "questionAnswers": [{"questionId": 6, "answerValue": "XL"},
          {"questionId": 5, "answerValue": "Beispiel GmbH"}]},
        {"id": "s2", "fullName": "Bo", "affiliation": "Uni Muster", "position": "Professor", "country": "AT", "email": "bo@example.org"},
        {"id": "s3", "fullName": "Cy", "answers": [{"question": {"question": {"de": "Ihre Firma"}}, "answer": "Cy AG"}]}]}
      """
    #expect(
      try ProgrammeListing(json, as: .sessionize).people == [
        ListedPerson(name: "Ada", organisation: "Beispiel GmbH", role: "Architektin", line: 1),
        ListedPerson(
          name: "Bo", email: "bo@example.org", organisation: "Uni Muster", role: "Professor", country: "AT", line: 2),
        ListedPerson(name: "Cy", organisation: "Cy AG", line: 3),
      ])
  }

  @Test("Talk codes in a speaker's own entry are looked up among the talks")
  func codesOfTalks() throws {
    let json = """
      {"speakers": [{"code": "AAAAA1", "name": "Ada", "submissions": ["T1", "unknown"]}],
       "talks": [{"code": "T1", "title": "Erster", "speakers": []}]}
      """
    #expect(try ProgrammeListing(json, as: .pretalx).topics == [["Erster"]])
  }

  @Test("A listed speaker without a name is rejected with their place, the others are read")
  func nameless() throws {
    let json = """
      {"results": [{"code": "AAAAA1", "name": "Ada", "biography": ""}, {"code": "BBBBB2", "name": " ", "biography": ""}, null,
        {"code": "CCCCC3", "name": "Cy", "biography": ""}]}
      """
    let listing = try ProgrammeListing(json, as: .pretalx)
    #expect(listing.people.map(\.line) == [1, 4])
    #expect(listing.rejected.map(\.line) == [2, 3])
    #expect(listing.rejected.map(\.cells) == [["BBBBB2"], []])
  }

  @Test("Codes without a list of speakers are people without names")
  func onlyCodes() throws {
    let json = #"{"results": [{"code": "T1", "title": "Erster", "speakers": ["AAAAA1"]}]}"#
    let listing = try ProgrammeListing(json, as: .pretalx)
    #expect(listing.people.isEmpty)
    #expect(listing.rejected.map(\.cells) == [["AAAAA1", "Erster"]])
  }

  @Test("The same name with two identifiers is two people; without one, it joins the first")
  func identity() throws {
    let json = """
      [{"title": "1", "speakers": [{"code": "a", "name": "Ada"}]}, {"title": "2", "speakers": [{"code": "b", "name": "Ada"}]},
       {"title": "3", "speakers": ["Ada"]}, {"title": "4", "speakers": ["Bo"]}, {"title": "5", "speakers": [{"code": "c", "name": "Bo"}]}]
      """
    let listing = try ProgrammeListing(json, as: .pretalx)
    #expect(listing.names == ["Ada", "Ada", "Bo"])
    #expect(listing.topics == [["1", "3"], ["2"], ["4", "5"]])
  }

  @Test(
    "Titles are made plain",
    arguments: [
      ("Q&amp;A:  R&amp;D\\n heute", "Q&A: R&D heute"), ("<b>Fett</b> und <i class='x'>kursiv</i>", "Fett und kursiv"),
      ("Zeile<br/>Zeile", "Zeile Zeile"), ("Vec<T> in Rust", "Vec<T> in Rust"), ("a < b und b > c", "a < b und b > c"),
      ("&uuml;ber &#8222;alles&#x201C;", "über „alles“"), ("&lt;script&gt;", "<script>"),
      ("&unbekannt; &", "&unbekannt; &"),
      ("&#0; &#xD800;", "&#xD800;"), ("AT&T", "AT&T"),
    ])
  func titles(written: String, plain: String) throws {
    let json = #"[{"title": "\#(written)", "speakers": ["Ada"]}]"#
    #expect(try ProgrammeListing(json, as: .pretalx).topics == [[plain]])
  }

  @Test(
    "Other JSON is no programme", arguments: ["{}", "[]", "[1,2]", #"{"a":{"b":1}}"#, "\"x\"", "", "Name;Mail", "{a}"])
  func others(json: String) {
    #expect(ProgrammeReader.kind(ofJSON: Data(json.utf8)) == nil)
  }

  @Test("An empty programme has no people and no problem")
  func emptyProgramme() throws {
    for json in [#"{"count": 0, "results": []}"#, #"{"sessions": [], "speakers": []}"#, "[]"] {
      #expect(try ProgrammeListing(json, as: .pretalx).people.isEmpty)
    }
  }

  @Test("A wrong shape says what was expected")
  func wrongShape() {
    let expected = Problem(
      "import.problem.programmeShape", ["expected": "schedule.conference.days[].rooms{}[].persons[]"])
    #expect(throws: expected) { try ProgrammeListing(#"{"schedule": {"conference": 7}}"#, as: .frabJSON) }
  }

  @Test("A file larger than the limit is refused")
  func tooLarge() {
    var limits = ReadingLimits.standard
    limits.fileBytes = 10
    #expect(throws: Problem("import.problem.fileTooLarge", ["limit": "10"])) {
      try ProgrammeListing("[1, 2, 3, 4, 5]", as: .pretalx, limits: limits)
    }
  }
}
