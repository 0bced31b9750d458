import Testing

@testable import Words

@Suite("The host's thesaurus")
struct ThesaurusTests {
  @Test("A line is a meaning; terms are separated by =, ; or a comma; comments and single terms are skipped")
  func lines() {
    let text =
      "KI = AI = künstliche Intelligenz\n\n# Verwaltung\nOZG; Onlinezugangsgesetz # seit 2017\r\nallein\nHR, Personal,"
    #expect(
      Thesaurus(text).lines == [
        ["KI", "AI", "künstliche Intelligenz"], ["OZG", "Onlinezugangsgesetz"], ["HR", "Personal"],
      ])
  }

  private let space = TopicSpace(thesaurus: Thesaurus("KI = AI = künstliche Intelligenz\nIntelligenz = Grips"))

  @Test(
    "Equivalent terms are the same, in any form and within a phrase",
    arguments: [
      ("KI", "AI"), ("künstliche Intelligenz", "KI"), ("Kuenstlicher Intelligenz", "ai"),
      ("KI-Ethik", "Ethik der künstlichen Intelligenz"),
    ])
  func equivalent(_ one: String, _ other: String) {
    #expect(space.similarity(one, other) == 1)
  }

  @Test("The longest term counts, and half a term matches nothing")
  func longest() {
    #expect(space.similarity("künstliche Intelligenz", "Grips") < 0.5)
    #expect(space.similarity("künstliche Befruchtung", "KI") < 0.5)
    #expect(space.similarity("Intelligenz", "Grips") == 1)
  }
}
