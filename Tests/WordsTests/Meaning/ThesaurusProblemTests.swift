import Testing

@testable import Words

@Suite("Problems in a thesaurus")
struct ThesaurusProblemTests {
  @Test(
    "The first line that can't be taken is named, with its term",
    arguments: [
      ("KI = AI\n\nallein", 3, "allein", .alone), ("KI =", 1, "KI", .alone), ("KI = die", 1, "die", .wordless),
      ("\r\nKI = …", 2, "…", .wordless), ("KI = AI\nHR, ai", 2, "ai", .repeated(line: 1)),
      (
        "Künstliche Intelligenz = KI\n# x\nKuenstlichen Intelligenz = AI", 3, "Kuenstlichen Intelligenz",
        .repeated(line: 1)
      ),
    ] as [(String, Int, String, ThesaurusProblem.Kind)])
  func problems(_ text: String, _ line: Int, _ term: String, _ kind: ThesaurusProblem.Kind) throws {
    let problem = try #require(ThesaurusProblem(in: text))
    #expect(problem.line == line && problem.term == term && problem.kind == kind)
  }

  @Test(
    "Lines of equivalent terms, empty ones and remarks are taken",
    arguments: ["", "\n", "# nur das", "Führung auf Distanz = remote leadership, Fernführung\nHR;Personal # so"])
  func none(_ text: String) {
    #expect(ThesaurusProblem(in: text) == nil)
  }
}
