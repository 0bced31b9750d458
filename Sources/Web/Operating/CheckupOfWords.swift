import House
import Words

extension Checkup {
  /// The table of words holds stems: with another version of the library it is less useful.
  var words: Finding {
    let differences = StemmerCheck.differences()
    if differences.isEmpty {
      return .good("doctor.words.good", ["version": "\(StemmerCheck.version)"])
    }
    return .hint(
      "doctor.words.other",
      ["version": "\(StemmerCheck.version)", "words": differences.joined(separator: ", ")])
  }
}
