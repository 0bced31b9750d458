extension PersonName {
  /// The name that follows Frau and Herr; nil if nobody can tell which part of the name that is, as among three words
  /// without a particle.
  package var family: String? {
    let words = bare.split(separator: " ")
    guard words.count > 1, given != bare, given == words[0] else { return nil }
    if let particle = words.indices.dropFirst().dropLast().first(where: { NameWords.isParticle(words[$0]) }) {
      return words[particle...].joined(separator: " ")
    }
    return words.count == 2 ? String(words[1]) : nil
  }
}
