import Testing

@testable import Core

@Suite("Substance")
struct SubstanceTests {
  @Test("It is complete when all three are written", arguments: SubstanceField.allCases)
  func completeness(blank: SubstanceField) throws {
    var substance = Substance(topic: "Topic", question: "Question?", contribution: "Contribution")
    #expect(substance.isComplete)
    switch blank {
    case .topic: substance.topic = " \n"
    case .question: substance.question = "\t"
    case .contribution: substance.contribution = ""
    }
    #expect(!substance.isComplete)
    #expect(throws: IncompleteSubstance(missing: [blank])) { try CompleteSubstance(substance) }
  }

  @Test("Every missing field is named")
  func missingFields() {
    let error = #expect(throws: IncompleteSubstance.self) { try CompleteSubstance(Substance(question: "Why?")) }
    #expect(error?.messages.map(\.key) == ["substance.missing.topic", "substance.missing.contribution"])
  }

  @Test("Line breaks are taken out")
  func lines() throws {
    let complete = try CompleteSubstance(Substance(topic: " A\n  b ", question: "C?\r\n", contribution: "d\te"))
    #expect(complete.substance == Substance(topic: "A b", question: "C?", contribution: "d e"))
  }
}
