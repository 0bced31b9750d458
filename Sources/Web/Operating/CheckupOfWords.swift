import House
import Words

extension Checkup {
  /// The table of words holds stems: with another version of the library it is less useful.
  var words: Finding {
    let differences = StemmerCheck.differences()
    if differences.isEmpty {
      return .good("Words: libstemmer stems as version \(StemmerCheck.version), which the word table needs.")
    }
    return .hint(
      "Words: the installed libstemmer stems otherwise than \(StemmerCheck.version) (\(differences.joined(separator: ", "))). Topics "
        + "are compared less well; make the table anew by bin/word-table, or install libstemmer \(StemmerCheck.version)."
    )
  }
}
