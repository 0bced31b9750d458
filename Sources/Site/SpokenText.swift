import Core
import HTML
import House

extension Phrases {
  /// A text with times for the eye and, where a screen reader would stumble, another for the ear: “18:30 Uhr” is read
  /// as “achtzehn Uhr dreißig Uhr”, “Do., 3. Dez.” as “do, drei, dez”.
  package func said(_ words: (Phrases) -> String) -> Node {
    twofold(words(self), aloud: spoken(words))
  }

  /// The words as a screen reader should say them.
  package func spoken<Words>(_ words: (Phrases) -> Words) -> Words {
    var speaking = self
    speaking.isSpoken = true
    return words(speaking)
  }
}

/// A text for the eye, and another for the ear where they differ.
func twofold(_ shown: String, aloud: String?) -> Node {
  guard let aloud, aloud != shown else { return group { shown } }
  return group {
    span(.aria(.hidden, "true")) { shown }
    span(.class("visually-hidden")) { aloud }
  }
}
