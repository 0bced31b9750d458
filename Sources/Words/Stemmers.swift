/// The stemmers a text needs, and the words they have met lately, since the same few make up most texts.
final class Stemmers {
  /// About half a megabyte.
  private static let capacity = 4_096

  let german = Stemmer("german")
  let english = Stemmer("english")
  private var met: [Substring: Word] = [:]

  func word(_ text: Substring) -> Word {
    if let word = met[text] { return word }
    let token = Token(text)
    let word = Word(token, self)
    if met.count >= Self.capacity { met.removeAll(keepingCapacity: true) }
    met[Substring(token.shown)] = word
    return word
  }
}
