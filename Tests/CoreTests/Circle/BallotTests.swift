import TestKit
import Testing

@testable import Core

@Suite("The ballot")
struct BallotTests {
  private let start = Moment(milliseconds: 1_796_000_000_000)

  @Test("Two answers have no result, three have one")
  func threeAnswers() {
    #expect(BallotResult([yes, yes]) == nil)
    #expect(BallotResult([yes, yes, Ballot()]) == nil)
    #expect(BallotResult([yes, yes, no])?.again == BallotResult.Share(yes: 2, of: 3))
  }

  @Test("A question answered by two has no share, even if three answered another")
  func sharePerQuestion() throws {
    let result = try #require(BallotResult([yes, yes, Ballot(learnt: true)]))
    #expect(result.learnt != nil && result.again == nil)
  }

  @Test("The order in which ballots came leaves no trace", arguments: 0..<40)
  func order(seed: UInt64) {
    var chance = SeededGenerator(seed: seed)
    let ballots = (0..<Int.random(in: 0...9, using: &chance)).map { _ in random(&chance) }
    #expect(BallotResult(ballots) == BallotResult(ballots.shuffled(using: &chance)))
  }

  @Test("Shares never have more yes than answers, and are worded in order", arguments: 0..<40)
  func extents(seed: UInt64) throws {
    var chance = SeededGenerator(seed: seed)
    let of = Int.random(in: 3...12, using: &chance)
    let shares = try (0...of).map { try #require(BallotResult.Share(yes: $0, of: of)) }
    let order = BallotResult.Extent.allCases
    let places = try shares.map { share in try #require(order.firstIndex(of: share.extent)) }
    #expect(places == places.sorted())
    #expect(shares[0].extent == .nobody && shares[of].extent == .all)
    #expect(BallotResult.Share(yes: of + 1, of: of) == nil)
  }

  @Test("They are counted once everybody has answered, or after a week")
  func due() {
    let week = start.adding(seconds: 7 * 86_400)
    #expect(!BallotBox.isDue(answers: 4, voters: 5, endedAt: start, now: start.adding(seconds: 60)))
    #expect(BallotBox.isDue(answers: 5, voters: 5, endedAt: start, now: start.adding(seconds: 60)))
    #expect(BallotBox.isDue(answers: 0, voters: 5, endedAt: start, now: week))
    #expect(!BallotBox.isDue(answers: 0, voters: 0, endedAt: start, now: start))
  }

  @Test("The mirror has a private word if much was taken and little given")
  func mirror() throws {
    let bad = try #require(BallotResult([no, no, no, yes]))
    let good = try #require(BallotResult([yes, yes, yes, no]))
    #expect(HostMirror(spoken: (600, 900), people: 6, cardsTaken: 0, result: bad).word == .spokeMuchGaveLittle)
    #expect(HostMirror(spoken: (60, 900), people: 6, cardsTaken: 4, result: bad).word == .tookMuchGaveLittle)
    #expect(HostMirror(spoken: (600, 900), people: 6, cardsTaken: 0, result: good).word == .spokeMuch)
    #expect(HostMirror(spoken: (100, 900), people: 6, cardsTaken: 0, result: good).word == .gaveRoom)
    #expect(HostMirror(spoken: (0, 0), people: 6, cardsTaken: 0, result: nil).word == nil)
  }

  private var yes: Ballot { Ballot(learnt: true, gave: true, again: true) }
  private var no: Ballot { Ballot(learnt: false, gave: false, again: false) }

  private func random(_ chance: inout SeededGenerator) -> Ballot {
    func answer() -> Bool? { [true, false, nil].randomElement(using: &chance) ?? nil }
    return Ballot(
      learnt: answer(), gave: answer(), again: answer(),
      line: ["", "Danke", "Zu laut"].randomElement(using: &chance) ?? "")
  }
}
