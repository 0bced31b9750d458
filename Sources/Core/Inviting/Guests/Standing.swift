/// A guest's place in the order of invitations: the chosen ones first, then the reserves.
package enum Standing: Sendable, Hashable, Comparable {
  /// Place among the chosen, from 1.
  case chosen(Int)
  /// Place among the reserves, from 1.
  case reserve(Int)
}
