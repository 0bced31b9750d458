/// The table that is wanted: for whom, about what, under which rules.
package struct TableWish: Sendable {
  /// The host's position in the list.
  package var host: Int
  /// Everybody at the table, the host too; at most 64.
  package var size: Int
  /// The most people of one organisation.
  package var perOrganisation = 2
  /// The topics the party is about.
  package var facets: [Int]
  /// Topics close to those: each adds a bit to the fit.
  package var neighbours: Set<Int> = []
  package var pinned: [Int] = []
  package var excluded: Set<Int> = []
  /// Half hours of the day at which the party may begin, the preferred ones first; empty when the hour doesn't matter.
  package var starts: [Int] = []
  /// The number of half hours from the start during which everybody must be free.
  package var length = 3
  package var leaning = Leaning.neutral

  package static let largest = 64

  package init(host: Int, size: Int, facets: [Int]) {
    self.host = host
    self.size = size
    self.facets = facets
  }
}
