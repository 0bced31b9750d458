import TestKit
import Testing

@testable import Words

@Suite("Terms of a text")
struct TermsTests {
  @Test(
    "Two forms of a word match",
    arguments: [
      ("Konferenz", "Konferenzen"), ("Häuser", "Haus"), ("Coaching", "coachings"), ("networks", "network"),
      ("München", "Muenchen"), ("Müller", "Muller"), ("Straße", "STRASSE"), ("values", "value"),
      ("Führung", "Fuehrung"),
      ("Daten", "DATEN"), ("organisations", "Organisation"), ("Café", "cafe"), ("Gäste", "Gaesten"),
    ])
  func formsMatch(_ one: String, _ other: String) throws {
    let (left, right) = (try #require(Terms.of(one).first), try #require(Terms.of(other).first))
    #expect(left.matches(right), "\(left.keys) \(right.keys)")
  }

  @Test(
    "Different words don't match",
    arguments: [
      ("neun", "neuen"), ("Frauen", "Fraun"), ("Medizin", "Medien"), ("C", "C++"), ("C#", "C"), ("Ware", "Wahrheit"),
    ])
  func wordsDiffer(_ one: String, _ other: String) throws {
    let (left, right) = (try #require(Terms.of(one).first), try #require(Terms.of(other).first))
    #expect(!left.matches(right), "\(left.keys) \(right.keys)")
  }

  @Test(
    "Stop words go, by the language of the text",
    arguments: [
      ("Die Zukunft der Arbeit in der Verwaltung", ["Zukunft", "Arbeit", "Verwaltung"]),
      ("The future of work", ["future", "work"]),
      ("Le futur du travail", ["futur", "travail"]),
      ("Cyber war", ["Cyber", "war"]),
      ("Wie es war und wurde", []),
      ("Fast APIs for all", ["Fast", "APIs"]),
      ("und the", []),
      ("", []),
    ])
  func stopWords(_ text: String, _ expected: [String]) {
    #expect(Terms.of(text).map(\.shown) == expected)
  }

  @Test(
    "Names of technology stay whole; other signs part words",
    arguments: [
      ("C++20, C# und .NET", ["C++", "20", "C#", ".NET"]),
      ("R, C, x", ["R", "C"]),
      ("asp.net node.js", ["asp", "net", "node", "js"]),
      ("Change-Management/HR", ["Change", "Management", "HR"]),
      ("l’avenir", ["avenir"]),
      ("5G web3 2026", ["5G", "web3", "2026"]),
      ("信息 安", ["信息", "安"]),
      ("🎉 — …", []),
    ])
  func tokens(_ text: String, _ expected: [String]) {
    #expect(Terms.of(text).map(\.shown) == expected)
  }

  @Test("The stem of the text's language comes first, the other one is kept too")
  func firstKey() {
    #expect(Terms.of("the networks")[0].keys == ["en:network", "de:network"])
    #expect(Terms.of("die Netzwerke")[0].keys == ["de:netzwerk", "en:netzwerk"])
    #expect(Terms.of("C++")[0].keys == ["c++"])
  }

  @Test("Any text can be split, and gives the same terms again")
  func anyText() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<500 {
      let scalars = (0..<40).compactMap { _ in Unicode.Scalar(UInt32.random(in: 1...0x2_FFFF, using: &generator)) }
      let text = String(String.UnicodeScalarView(scalars))
      let terms = Terms.of(text)
      #expect(terms == Terms.of(text))
      #expect(terms.allSatisfy { !$0.shown.isEmpty && !$0.keys.isEmpty && text.contains($0.shown) })
    }
  }

  @Test("Threads don't disturb each other")
  func threads() async {
    let phrases = ["Die Konferenzen der Häuser", "networks of organisations", "C++ für Führungskräfte"]
    let expected = phrases.map(Terms.of)
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 {
        group.addTask { (0..<200).allSatisfy { _ in phrases.map(Terms.of) == expected } }
      }
      for await same in group { #expect(same) }
    }
  }
}
