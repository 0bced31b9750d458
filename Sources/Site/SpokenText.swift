import Core
import HTML
import House

extension Phrases {
  /// A text with times for the eye, and where a voice would stumble over it, another for the ear: “18:30 Uhr” is read as
  /// “achtzehn Uhr dreißig Uhr”, “Do., 3. Dez.” as “do, drei, dez”.
  package func said(_ words: (Phrases) -> String) -> Node {
    let (shown, aloud) = (words(self), spoken(words))
    if shown == aloud { return group { shown } }
    return group {
      span(.aria(.hidden, "true")) { shown }
      span(.class("visually-hidden")) { aloud }
    }
  }

  /// The words as a voice should say them.
  package func spoken<Words>(_ words: (Phrases) -> Words) -> Words {
    var speaking = self
    speaking.isSpoken = true
    return words(speaking)
  }
}
