/// Two different guests, in either order.
package struct GuestPair: Sendable, Hashable, Comparable {
  package let low: Int
  package let high: Int

  package init(_ one: Int, _ other: Int) {
    low = min(one, other)
    high = max(one, other)
  }

  package static func < (left: GuestPair, right: GuestPair) -> Bool {
    (left.low, left.high) < (right.low, right.high)
  }
}

/// The tables of one round, each a list of guests. The order at a table means nothing.
package typealias Seating = [[Int]]
