/// The worth of two people at one table to each other, term by term, in conversation points. Penalties are negative.
package struct PairTerms: Sendable, Equatable {
  /// Common ground: 4 per shared topic's weight, no more than 12.
  package let common: Int
  /// −2 for each shared topic beyond the second: clones have little to tell each other.
  package let clones: Int
  /// 4 for each way in which an offer of one meets a wish of the other.
  package let help: Int
  /// 2 if each carries a facet of the party that the other lacks.
  package let fresh: Int
  package let organisation: Int
  package let met: Int
  package let seniority: Int
  package let country: Int
  /// −1000 for two who must not share a table: more than all the rest of a table is worth.
  package let apart: Int

  @inline(__always)
  init(_ facts: PairFacts, _ leaning: Leaning) {
    common = min(12, 4 * facts.weight) * leaning.common
    clones = -2 * max(0, facts.shared - 2) * leaning.clones
    help = 4 * facts.helps
    fresh = facts.isFresh ? 2 * leaning.fresh : 0
    organisation = facts.isSameOrganisation ? -8 * leaning.organisation : 0
    met = facts.haveMet ? -6 * leaning.met : 0
    seniority = facts.isSameSeniority ? -2 * leaning.seniority : 0
    country = facts.isSameCountry ? -1 : 0
    apart = facts.areApart ? -1000 : 0
  }

  @inline(__always)
  package var total: Int {
    common + clones + help + fresh + organisation + met + seniority + country + apart
  }
}

/// The facts that matter about two people side by side.
struct PairFacts {
  /// The number of topics they share, and the sum of those topics' weights.
  var shared = 0
  var weight = 0
  /// The number of directions, 0…2, in which an offer meets a wish.
  var helps = 0
  var isFresh = false
  var isSameOrganisation = false
  var haveMet = false
  var areApart = false
  var isSameSeniority = false
  var isSameCountry = false
}
