import Foundation

/// The space in which topics are compared by meaning: German with English ones, whatever their endings, compounds and
/// typos.
package struct TopicSpace: Sendable {
  private let lexicon: Lexicon
  private let synonyms: Synonyms?

  /// - Parameters:
  ///   - table: without it, only words, their parts, their letters and the thesaurus are compared.
  ///   - topics: a list's own topics, whose words show how to split compounds.
  package init(table: WordTable? = nil, thesaurus: Thesaurus = Thesaurus(), topics: some Sequence<String> = []) {
    let listed = Set(Set(topics).flatMap { Terms.of($0).flatMap(\.keys) })
    let lexicon = Lexicon(table: table, listed: listed)
    self.lexicon = lexicon
    synonyms = thesaurus.lines.isEmpty ? nil : Self.synonyms(thesaurus, lexicon)
  }

  private static func synonyms(_ thesaurus: Thesaurus, _ lexicon: Lexicon) -> Synonyms {
    let directions = StemmerPool.shared.withStemmers { stemmers in
      let reader = MeaningReader(lexicon: lexicon, synonyms: nil, stemmers: stemmers)
      return thesaurus.lines.map { reader.meaning(of: $0.joined(separator: " ")).direction }
    }
    return Synonyms(thesaurus, directions: directions)
  }

  /// Safe to call from several threads.
  package func meaning(of text: String) -> TopicMeaning {
    withReader { $0.meaning(of: text) }
  }

  /// The meanings of many texts: repeated words are read once.
  package func meanings(of texts: [String]) -> [TopicMeaning] {
    withReader { reader in texts.map { reader.meaning(of: $0) } }
  }

  private func withReader<Result>(_ body: (MeaningReader) -> Result) -> Result {
    StemmerPool.shared.withStemmers { stemmers in
      body(MeaningReader(lexicon: lexicon, synonyms: synonyms, stemmers: stemmers))
    }
  }

  /// The likelihood that two topics are about the same thing, from 0 to 1; 1 for the same words in any order and form.
  package func similarity(_ one: String, _ other: String) -> Double {
    similarity(meaning(of: one), meaning(of: other))
  }

  package func similarity(_ one: TopicMeaning, _ other: TopicMeaning) -> Double {
    evidence(one, other).similarity
  }

  package func evidence(_ one: TopicMeaning, _ other: TopicMeaning) -> Evidence {
    Evidence(one, other)
  }

  /// - Parameter texts: a party's topic and question, each with its weight from 0 to 1.
  package func theme(_ texts: [(text: String, weight: Double)]) -> TopicTheme {
    ThemeReader(space: self).theme(texts)
  }
}
