/// "Why you": the things in a guest's talks and topics that made the host think of them.
package enum ReasonSentence {
  /// - Parameters:
  ///   - talks: titles, best match first; at most two are mentioned.
  ///   - shared: topics that guest and party share, best match first; at most two are mentioned.
  /// - Returns: nil if nothing is known; the host's own sentence must then carry the letter.
  package static func compose(talks: [String], shared: [String], form: AddressForm) -> String? {
    let talks = talks.compactMap(title).prefix(2)
    let shared = shared.compactMap { Prose.phrase($0) }.prefix(2)
    if talks.isEmpty && shared.isEmpty { return nil }
    return form.phrases.reason(talks: Array(talks), shared: Array(shared))
  }

  /// The title, without its subtitle if it is too long to be spoken in a sentence.
  private static func title(_ text: String) -> String? {
    guard let title = Prose.phrase(text) else { return nil }
    guard title.count > 70 else { return title }
    let ends = [": ", " – ", " - ", " — ", "? ", ". "].compactMap { title.range(of: $0) }
    let end = ends.filter { title.distance(from: title.startIndex, to: $0.lowerBound) >= 12 }.min {
      $0.lowerBound < $1.lowerBound
    }
    return end.map { String(title[..<$0.lowerBound]) + (title[$0].hasPrefix("?") ? "?" : "") } ?? title
  }
}
