import NIOConcurrencyHelpers

/// The number of open evening pages, at all parties together.
package final class OpenEvenings: Sendable {
  private let pages = NIOLockedValueBox(0)

  package init() {}

  package func count(_ change: Int) { pages.withLockedValue { $0 += change } }

  package var isQuiet: Bool { pages.withLockedValue { $0 } <= 0 }
}

/// Shares the database between work on long lists and people who are talking. There is one writer: whatever waits for
/// it waits for a whole transaction of the work. So while an evening is on, transactions are small, and after each the
/// work rests for nine times its length.
package struct WritingPace: Sendable {
  let evenings: OpenEvenings

  /// The number of rows in one transaction. During an evening it is so small that the transaction takes about as long as the evening's own.
  package var rows: Int { evenings.isQuiet ? 1000 : 10 }

  /// - Parameter work: the duration of the transaction.
  package func rest(after work: Duration) -> Duration {
    evenings.isQuiet ? .zero : min(work * 9, .seconds(1))
  }
}

extension Services {
  package var evenings: OpenEvenings { fixtures.one { OpenEvenings() } }
  package var pace: WritingPace { WritingPace(evenings: evenings) }

  /// Does one piece of long work, and leaves the others their time.
  package func paced<T>(_ piece: () async throws -> T) async throws -> T {
    let start = ContinuousClock.now
    let value = try await piece()
    let rest = pace.rest(after: ContinuousClock.now - start)
    if rest > .zero { try await Task.sleep(for: rest) }
    return value
  }
}
