/// Two people by their ids, in either order.
package struct PersonPair: Sendable, Hashable, Comparable {
  package let first: String
  package let second: String

  package init(_ one: String, _ other: String) {
    first = min(one, other)
    second = max(one, other)
  }

  package static func < (left: PersonPair, right: PersonPair) -> Bool {
    (left.first, left.second) < (right.first, right.second)
  }
}
