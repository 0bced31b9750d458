import Foundation

/// Topics for the first tables, taken from what guests wished to talk about.
package enum TableTopics {
  /// One table more than the people need, so that nobody is tied to somebody else's topic.
  /// - Parameter wishes: as written, in the order of the guests; empty ones are skipped.
  package static func topics(from wishes: [String], people: Int, _ tableLimit: Int) -> [String] {
    var topics: [String] = []
    for wish in wishes {
      let topic = topic(of: wish)
      if !topic.isEmpty, !topics.contains(where: { $0.lowercased() == topic.lowercased() }) { topics.append(topic) }
    }
    return Array(topics.prefix(max(people, 1) / max(tableLimit, 1) + 1))
  }

  /// The first sentence without its full stop, cut between words where it is long.
  private static func topic(of wish: String) -> String {
    let line = wish.split(whereSeparator: \.isNewline).first ?? ""
    let sentence = line.components(separatedBy: ". ")[0].trimmingCharacters(in: CharacterSet(charactersIn: " .;,"))
    guard sentence.unicodeScalars.count > longest else { return sentence }
    var words = sentence.split(separator: " ")
    while words.count > 1, words.joined(separator: " ").unicodeScalars.count >= longest { words.removeLast() }
    return String(String.UnicodeScalarView(words.joined(separator: " ").unicodeScalars.prefix(longest - 1))) + "…"
  }

  /// Unicode scalars that can be read at a glance.
  private static let longest = 60
}
