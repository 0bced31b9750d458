import Testing

@testable import Core

@Suite("Reserves")
struct TableReservesTests {
  @Test(
    "A replacement keeps every rule and changes the table by what is said; no other would do better", arguments: 1...60)
  func replacements(_ seed: UInt64) {
    let table = RandomTable(seed: seed, people: 24, size: 6, topics: 10)
    let planner = table.planner
    let proposal = planner.propose(seed: seed)
    guard proposal.breaches.isEmpty else { return }
    let reserves = planner.reserves(for: proposal)
    for guest in proposal.guests where !table.wish.pinned.contains(guest) {
      let rest = proposal.guests.filter { $0 != guest }
      let changes = (1..<table.people.count)
        .filter { !proposal.guests.contains($0) && planner.model.breaches(rest + [$0]).isEmpty }
        .map { planner.model.score(rest + [$0]).total - proposal.score.total }
      #expect(reserves.replacements[guest, default: []].map(\.change) == Array(changes.sorted(by: >).prefix(3)))
      for reserve in reserves.replacements[guest, default: []] {
        #expect(planner.model.score(rest + [reserve.person]).total - proposal.score.total == reserve.change)
      }
    }
  }

  @Test("Nobody at the table, pinned or excluded is among the ranked reserves", arguments: 1...30)
  func ranked(_ seed: UInt64) {
    let table = RandomTable(seed: seed, people: 24, size: 6, topics: 10)
    let proposal = table.planner.propose(seed: seed)
    let ranked = table.planner.reserves(for: proposal, limit: 6).ranked
    #expect(ranked.count <= 6 && Set(ranked).count == ranked.count)
    #expect(Set(ranked).isDisjoint(with: proposal.guests + [0] + Array(table.wish.excluded)))
  }
}
