/// Checks whether the installed libstemmer stems words like the one with which the word table was made. If it doesn't,
/// words of the table are not found, and topics are compared less well.
package enum StemmerCheck {
  /// The version whose stems are in the table; `bin/word-table` names the one it uses.
  package static let version = "2.2"

  /// Words on which the versions differ, and some on which they never did, with their stems by libstemmer 2.2.
  private static let german = [
    "lehrerinnen": "lehrerinn", "beraterinnen": "beraterinn", "schluesse": "schluess", "verhandlungen": "verhandl",
    "führungskräfte": "fuhrungskraft", "gesundheit": "gesund",
  ]
  private static let english = [
    "geologist": "geologist", "psychologists": "psychologist", "evenings": "even", "paste": "past",
    "organizations": "organ", "negotiating": "negoti",
  ]

  /// The sample words that are stemmed differently; empty if all are as before.
  package static func differences() -> [String] {
    differences(german: Stemmer("german"), english: Stemmer("english"))
  }

  static func differences(german: Stemmer, english: Stemmer) -> [String] {
    let pairs = [(Self.german, german), (Self.english, english)]
    return pairs.flatMap { samples, stemmer in samples.filter { stemmer.stem($0.key) != $0.value }.map(\.key) }.sorted()
  }
}
