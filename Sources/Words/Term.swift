/// A word of a text in a form comparable with others, whatever its ending and language.
package struct Term: Sendable, Hashable {
  /// As the text has it.
  package let shown: String
  /// The keys it is compared by: the German and the English stem, each marked with its language (`de:konferenz`,
  /// `en:confer`), that of the text's language first. Two terms are about the same thing if they share one; the marks
  /// keep a German stem from meeting an English one by accident. Names such as "C++" and numbers have a single key.
  package let keys: [String]

  package func matches(_ other: Term) -> Bool {
    keys.contains { other.keys.contains($0) }
  }
}
