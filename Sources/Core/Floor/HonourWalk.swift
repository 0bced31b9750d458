/// How a guest of honour who stands at tables is taken round in their minutes: as many rounds as it takes to meet everybody, as far as
/// each leaves time to talk.
package struct HonourWalk: Hashable, Sendable {
  package let rounds: Int
  /// Of each round.
  package let minutes: Int

  /// Less is no conversation.
  package static let shortest = 3

  /// - Parameters:
  ///   - others: how many there are to meet.
  ///   - tableLimit: how many people a table holds, with the guest of honour.
  ///   - minutes: how long they are here still.
  package init(others: Int, tableLimit: Int, minutes: Int) {
    let company = max(1, tableLimit - 1)
    let needed = max(1, (others + company - 1) / company)
    rounds = max(1, min(needed, minutes / Self.shortest, 20))
    self.minutes = min(max(1, minutes / rounds), 60)
  }
}
