import Testing

@testable import Core

@Suite("Rounds from structure")
struct DesignTests {
  @Test("A field's elements add and multiply as numbers do", arguments: [2, 3, 4, 5, 7, 8, 9, 16, 25, 27])
  func field(order: Int) throws {
    let field = try #require(GaloisField(order: order))
    let elements = 0..<order
    for one in elements {
      #expect(field.sum(one, 0) == one)
      #expect(Set(elements.map { field.sum(one, $0) }).count == order)
      #expect(Set(elements.map { field.product(one, $0) }).count == (one == 0 ? 1 : order))
      for other in elements {
        #expect(field.product(one, other) == field.product(other, one))
        for third in elements.prefix(4) {
          let left = field.product(one, field.sum(other, third))
          #expect(left == field.sum(field.product(one, other), field.product(one, third)))
        }
      }
    }
  }

  @Test("There is no field of an order with two prime factors", arguments: [0, 1, 6, 10, 12, 100])
  func noField(order: Int) {
    #expect(GaloisField(order: order) == nil)
  }

  @Test(
    "As many tables as a prime power give as many rounds without a repeat", arguments: [3, 4, 5, 7, 8, 9], [0, 1, 2])
  func transversal(tables: Int, absent: Int) throws {
    let sizes = TableSizes.even(tables * (tables - 1) - absent, tables: tables)
    let rounds = try #require(TransversalDesign.rounds(tableSizes: sizes))
    #expect(rounds.count == tables)
    #expect(rounds.allSatisfy { $0.map(\.count).sorted(by: >) == sizes })
    #expect(mostMeetings(rounds) == 1)
  }

  @Test("As many tables as seats at each let everybody meet everybody", arguments: [2, 3, 4, 5, 7, 8])
  func plane(order: Int) throws {
    let rounds = try #require(TransversalDesign.rounds(tableSizes: Array(repeating: order, count: order)))
    #expect(rounds.count == order + 1)
    #expect(everybodyMeetsOnce(rounds))
  }

  @Test(
    "The lines of a space let everybody meet everybody once", arguments: [(27, 3), (16, 2), (16, 4), (81, 3), (64, 4)])
  func space(guests: Int, perTable: Int) throws {
    let rounds = try #require(AffineGeometry.rounds(guests: guests, perTable: perTable))
    #expect(rounds.count == (guests - 1) / (perTable - 1))
    #expect(everybodyMeetsOnce(rounds))
  }

  @Test(
    "Three classes of a field's elements and one guest more let everybody meet everybody at tables of four",
    arguments: [16, 28, 40, 52])
  func bose(guests: Int) throws {
    let rounds = try #require(BoseDesign.rounds(tableSizes: Array(repeating: 4, count: guests / 4)))
    #expect(everybodyMeetsOnce(rounds))
  }

  @Test("Up to four guests may be missing from it", arguments: [16, 28, 40], 1...4)
  func boseWithout(guests: Int, absent: Int) throws {
    let sizes = TableSizes.even(guests - absent, tables: guests / 4)
    let rounds = try #require(BoseDesign.rounds(tableSizes: sizes))
    #expect(rounds.count == (guests - 1) / 3 - (absent > 1 ? 1 : 0))
    #expect(rounds.allSatisfy { $0.map(\.count).sorted(by: >) == sizes && Set($0.joined()).count == guests - absent })
    #expect(mostMeetings(rounds) == 1)
  }

  @Test(
    "There is none for other tables", arguments: [[4, 4], [5, 5, 5], [4, 4, 4, 2], Array(repeating: 4, count: 25)])
  func noBose(tableSizes: [Int]) {
    #expect(BoseDesign.rounds(tableSizes: tableSizes) == nil)
  }

  @Test("A round robin lets everybody meet everybody once in pairs", arguments: [2, 4, 6, 10, 24])
  func roundRobin(guests: Int) throws {
    let rounds = try #require(RoundRobin.rounds(guests: guests))
    #expect(rounds.allSatisfy { Set($0.joined()).count == guests })
    #expect(everybodyMeetsOnce(rounds))
  }

  @Test(
    "Starters develop into rounds without a repeat",
    arguments: [
      (15, 3, 7, StarterShape(starters: 1, circle: 7, still: 1)),
      (18, 3, 8, StarterShape(starters: 2, circle: 4, still: 2)),
    ])
  func starters(guests: Int, perTable: Int, rounds: Int, shape: StarterShape) throws {
    var limit = SearchLimit(steps: 20_000_000)
    var chance = Chance(seed: 1)
    let starter = CyclicStarter(tableSizes: TableSizes.even(guests, near: perTable), shape: shape)
    var found: [Seating]?
    while found == nil, !limit.isSpent {
      found = starter.rounds(rounds, steps: 400_000, temperature: 0.25, &limit, &chance)
    }
    let developed = try #require(found)
    #expect(developed.count == rounds)
    #expect(developed.allSatisfy { Set($0.joined()).count == guests })
    #expect(mostMeetings(developed) == 1)
  }

  @Test(
    "Starters with few repeats fill all rounds, and know how many repeats there are",
    arguments: [(12, 3, 5), (19, 3, 8), (24, 4, 8), (27, 5, 5), (23, 6, 6)])
  func nearStarters(guests: Int, perTable: Int, rounds: Int) {
    let sizes = TableSizes.even(guests, near: perTable)
    let shapes = StarterShape.withFewRepeats(tableSizes: sizes, rounds: rounds)
    #expect(!shapes.isEmpty)
    var chance = Chance(seed: 7)
    var limit = SearchLimit(steps: .max)
    for shape in shapes {
      let classes = DistanceClasses(guests: guests, circle: shape.circle, still: shape.still)
      let search = StarterSearch(tableSizes: sizes, shape: shape, classes: classes, &chance)
      let starter = CyclicStarter(tableSizes: sizes, shape: shape)
      search.run(steps: 4000, from: 0.5, to: 0.2, &limit, &chance)
      let developed = starter.developed(search)
      #expect(developed.count == rounds)
      #expect(developed.allSatisfy { $0.map(\.count) == sizes && Set($0.joined()).count == guests })
      let met = MeetingCounts(guestCount: guests, developed).met.map(\.times)
      #expect(Int(search.repeats) == met.reduce(0, +) - met.count, "\(shape)")
    }
  }

  private func mostMeetings(_ rounds: [Seating]) -> Int {
    MeetingCounts(guestCount: guests(rounds), rounds).met.map(\.times).max() ?? 0
  }

  private func everybodyMeetsOnce(_ rounds: [Seating]) -> Bool {
    let guests = guests(rounds)
    return MeetingCounts(guestCount: guests, rounds).met.count == guests * (guests - 1) / 2 && mostMeetings(rounds) == 1
  }

  private func guests(_ rounds: [Seating]) -> Int { (rounds.joined().joined().max() ?? -1) + 1 }
}
