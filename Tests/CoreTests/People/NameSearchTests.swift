import Testing

@testable import Core

@Suite struct NameSearchTests {
  @Test("A name is found across line breaks and in any case, but only as a whole")
  func finds() {
    let search = NameSearch(["Änne Berg", "ae@example.org", "X"])
    #expect(search.finds(in: "Sie trafen Änne\n  Berg und Udo."))
    #expect(search.finds(in: "AE@EXAMPLE.ORG"))
    #expect(!search.finds(in: "Hänne Bergmann, xae@example.organ"))
    #expect(!search.finds(in: "X"))
    #expect(search.keywords.contains("berg"))
  }
}
