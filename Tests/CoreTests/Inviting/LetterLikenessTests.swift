import Testing

@testable import Core

@Suite("Letters that are alike")
struct LetterLikenessTests {
  @Test("Letters that differ only in name, link and salutation are one group")
  func alike() throws {
    let entries = try [("Anna Müller", nil), ("Ben Anfang", nil), ("Cem Yılmaz", "Wir sprachen in Kiel.")].map {
      try entry(name: $0.0, own: $0.1)
    }
    #expect(LetterLikeness.groups(entries) == [["Anna Müller", "Ben Anfang"]])
  }

  @Test("A name inside a sentence is no difference, nor is a word that contains the name")
  func names() throws {
    let entries = try [
      entry(name: "Anna Müller", own: "Liebe Anna, die Annahme gefällt mir."),
      entry(name: "Bea Sommer", own: "Liebe  Bea, die Annahme gefällt mir."),
    ]
    #expect(LetterLikeness.groups(entries).count == 1)
  }

  @Test("A single sentence of one's own makes letters different")
  func different() throws {
    let entries = try [entry(name: "Anna Müller", own: "Kiel."), entry(name: "Bea Sommer", own: "Bremen.")]
    #expect(LetterLikeness.groups(entries).isEmpty)
  }

  private func entry(name: String, own: String?) throws -> LetterLikeness.Entry<String> {
    var facts = try LetterSamples.facts(.sie)
    facts.recipient = Recipient(name: name)
    facts.personalLink = "https://tisch.example.org/g/\(name.count)"
    let letter = Letter.invitation(facts, edits: LetterEdits(ownSentence: own))
    return LetterLikeness.Entry(id: name, letter: letter, recipient: facts.recipient, address: "x@example.org")
  }
}
