/// The way a guest of honour is taken round the tables in their minutes: as many rounds as it takes to meet everybody,
/// as long as each round leaves time to talk.
package struct HonourWalk: Hashable, Sendable {
  package let rounds: Int
  /// The length of each round.
  package let minutes: Int

  /// Anything shorter is no conversation.
  package static let shortest = 3

  /// - Parameters:
  ///   - others: the number of people to meet.
  ///   - tableLimit: the number of people at a table, the guest of honour included.
  ///   - minutes: the time they still have here.
  package init(others: Int, tableLimit: Int, minutes: Int) {
    let company = max(1, tableLimit - 1)
    let needed = max(1, (others + company - 1) / company)
    rounds = max(1, min(needed, minutes / Self.shortest, 20))
    self.minutes = min(max(1, minutes / rounds), 60)
  }
}
