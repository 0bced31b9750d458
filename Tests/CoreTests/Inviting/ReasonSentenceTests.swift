import Testing

@testable import Core

@Suite("Why you")
struct ReasonSentenceTests {
  @Test(
    "One talk is named in each form of address",
    arguments: zip(AddressForm.allCases, ["Ihr Vortrag „X“ ", "Dein Vortrag „X“ ", "Your talk “X” "]))
  func oneTalk(form: AddressForm, start: String) {
    #expect(ReasonSentence.compose(talks: ["X"], shared: [], form: form)?.hasPrefix(start) == true)
  }

  @Test("At most two talks and two topics are named", arguments: AddressForm.allCases)
  func many(form: AddressForm) throws {
    let sentence = try #require(
      ReasonSentence.compose(talks: ["T1", "T2", "T3"], shared: ["S1", "S2", "S3"], form: form))
    for named in ["T1", "T2", "S1", "S2"] { #expect(sentence.contains(named)) }
    #expect(!sentence.contains("T3") && !sentence.contains("S3"))
  }

  @Test("Topics alone are a reason, and without anything there is none", arguments: AddressForm.allCases)
  func topics(form: AddressForm) {
    #expect(ReasonSentence.compose(talks: [" "], shared: ["Supervision"], form: form)?.contains("Supervision") == true)
    #expect(ReasonSentence.compose(talks: [" "], shared: [], form: form) == nil)
  }

  @Test(
    "Titles are made to fit into a sentence",
    arguments: [
      ("Say \"hello\".", "“Say ‘hello’”"),
      (
        "Lessons from the basement: what twelve years of running a small archive have taught us about trust",
        "“Lessons from the basement”"
      ),
      (
        "Who is afraid of it? A long history of the fear of machines in three acts and an epilogue",
        "“Who is afraid of it?”"
      ),
    ])
  func titles(title: String, said: String) {
    #expect(ReasonSentence.compose(talks: [title], shared: [], form: .english)?.contains(said) == true)
  }

  @Test("Quotation marks inside German titles become single ones")
  func germanQuotes() {
    let sentence = ReasonSentence.compose(talks: ["Das „Wir“ und das \"Ich\""], shared: [], form: .sie)
    #expect(sentence?.contains("„Das ‚Wir‘ und das ‚Ich‘“") == true)
  }
}
