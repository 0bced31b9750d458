import Core
import HTML
import House

extension Phrases {
  /// A text with times for the eye, and where a voice would stumble over it, another for the ear: “18:30 Uhr” is read as
  /// “achtzehn Uhr dreißig Uhr”, “Do., 3. Dez.” as “do, drei, dez”.
  package func said(_ words: (Phrases) -> String) -> Node {
    var speaking = self
    speaking.isSpoken = true
    let (shown, spoken) = (words(self), words(speaking))
    if shown == spoken { return group { shown } }
    return group {
      span(.aria(.hidden, "true")) { shown }
      span(.class("visually-hidden")) { spoken }
    }
  }
}
