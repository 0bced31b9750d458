import Testing

@testable import Words

@Suite struct StemmerCheckTests {
  @Test("The installed library stems like the word table's")
  func same() {
    #expect(StemmerCheck.differences() == [])
  }

  @Test("Another library's stems are noticed")
  func other() {
    #expect(StemmerCheck.differences(german: Stemmer("german2"), english: Stemmer("porter")).count >= 1)
    #expect(StemmerCheck.differences(german: Stemmer("none"), english: Stemmer("none")).count >= 8)
  }
}
