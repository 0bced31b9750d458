/// The number of times each two guests have sat together.
package struct MeetingCounts: Sendable, Equatable {
  package let guestCount: Int
  private var counts: [Int32]

  package init(guestCount: Int) {
    self.guestCount = guestCount
    counts = Array(repeating: 0, count: guestCount * guestCount)
  }

  /// Guests are numbers below `guestCount`.
  package init(guestCount: Int, _ schedule: [Seating]) {
    self.init(guestCount: guestCount)
    for seating in schedule { add(seating) }
  }

  package subscript(one: Int, other: Int) -> Int { Int(counts[one * guestCount + other]) }

  package mutating func add(_ seating: Seating) {
    for table in seating {
      for (place, one) in table.enumerated() {
        for other in table[(place + 1)...] { add(one, other) }
      }
    }
  }

  package mutating func add(_ one: Int, _ other: Int, times: Int = 1) {
    counts[one * guestCount + other] += Int32(times)
    counts[other * guestCount + one] += Int32(times)
  }

  /// Pairs that have met, in ascending order, with the number of times.
  package var met: [(pair: GuestPair, times: Int)] {
    (0..<guestCount).flatMap { one in
      ((one + 1)..<max(one + 1, guestCount)).compactMap { other in
        self[one, other] > 0 ? (GuestPair(one, other), self[one, other]) : nil
      }
    }
  }

  /// The number of different people a guest has met.
  package func acquaintances(of guest: Int) -> Int {
    (0..<guestCount).count { self[guest, $0] > 0 }
  }
}
