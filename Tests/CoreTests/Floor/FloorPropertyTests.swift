import Testing

@testable import Core

/// Plays random evenings, with dropped connections and restarts at any moment, and checks the invariants after each
/// event.
@Suite("Random evenings")
struct FloorPropertyTests {
  @Test("Whatever people request and whatever breaks, the floor keeps its promises", arguments: UInt64(1)...40)
  func evenings(seed: UInt64) throws {
    var evening = RandomEvening(seed: seed)
    for step in 0..<300 {
      evening.step()
      evening.checkSettled()
      if step % 10 == 9 { evening.checkPages() }
      #expect(evening.problems.isEmpty, "seed \(seed), step \(step): \(evening.problems)")
      if !evening.problems.isEmpty { return }
    }
    #expect(evening.evening.replayed == evening.evening.floor, "seed \(seed)")
  }

  @Test("Random evenings reach everything they should")
  func reach() {
    var seen: [String: Int] = [:]
    for seed in UInt64(101)...130 {
      var evening = RandomEvening(seed: seed, isChecked: false)
      for _ in 0..<300 { evening.step() }
      for (event, _) in evening.evening.log { seen[Self.name(of: event), default: 0] += 1 }
    }
    #expect(seen.count == 47, "\(seen.keys.sorted())")
    #expect(seen.filter { $0.value < 3 } == [:])
  }

  private static func name(of event: FloorEvent) -> String { String("\(event)".prefix { $0 != "(" }) }
}
