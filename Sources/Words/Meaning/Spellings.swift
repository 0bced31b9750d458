/// Texts that are exactly the same, counted once.
struct Spellings {
  private(set) var texts: [String] = []
  private(set) var counts: [Int] = []
  /// For each given text, its position in `texts`.
  private(set) var places: [Int] = []

  init(_ given: [String]) {
    var known: [String: Int] = [:]
    places.reserveCapacity(given.count)
    for text in given {
      let place = known[text] ?? texts.count
      if place == texts.count {
        known[text] = place
        texts.append(text)
        counts.append(0)
      }
      counts[place] += 1
      places.append(place)
    }
  }

  /// Equally common ones in the order of their first appearance.
  var commonestFirst: [Int] {
    texts.indices.sorted { (counts[$0], $1) > (counts[$1], $0) }
  }
}
