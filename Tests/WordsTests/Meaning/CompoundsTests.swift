import Testing

@testable import Words

@Suite("Compounds")
struct CompoundsTests {
  private func parts(_ word: String, of topics: [String]) -> [[String]]? {
    let lexicon = Lexicon(table: nil, listed: Set(topics.flatMap { Terms.of($0) }.flatMap(\.keys)))
    return StemmerPool.shared.withStemmers { stemmers in
      let token = Token(word)
      let keys = Terms.of(word).first?.keys ?? []
      return Compounds(lexicon: lexicon, stemmers: stemmers).parts(of: token.folded, keys: keys)
    }
  }

  @Test(
    "A compound of words that the list has is parted, whatever joins them",
    arguments: [
      ("Energiespeicher", ["Energie", "Speicher"]), ("Gesundheitspolitik", ["Gesundheit", "Politik"]),
      ("Datenschutz", ["Daten", "Schutz"]), ("Krankenhausplanung", ["Krankenhaus", "Planungen"]),
      ("Wählerverhalten", ["Wähler", "verhalten"]), ("Kinderbücher", ["Kinder", "Buch"]),
      ("Holzbau", ["Holz", "Bau"]),
    ])
  func parted(_ word: String, _ topics: [String]) throws {
    let found = try #require(parts(word, of: topics))
    #expect(found.map(\.first) == topics.map { Terms.of($0).first?.keys.first })
  }

  @Test(
    "A word with a part that nobody knows stays whole, and so does a word of the list",
    arguments: [
      ("Energiespeicher", ["Energie"]), ("Verein", ["ver", "ein"]),
      ("Datenschutz", ["Daten", "Schutz", "Datenschutz"]),
      ("Speicher", ["Speicher"]), ("C++", ["C++"]), ("東京東京東京", ["東京"]),
    ])
  func whole(_ word: String, _ topics: [String]) {
    #expect(parts(word, of: topics) == nil)
  }

  @Test("A very long word doesn't take long")
  func long() {
    #expect(parts(String(repeating: "daten", count: 2_000), of: ["Daten"]) == nil)
  }
}
