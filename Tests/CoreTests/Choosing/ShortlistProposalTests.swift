import Testing

@testable import Core

@Suite("Taking a proposal")
struct ShortlistProposalTests {
  let people = (1...8).map { PersonID.sample($0) }

  @Test("The proposed replace unpinned choices; pinned guests and those written to stay")
  func take() {
    var list = Shortlist(chosen: Array(people[0...3]), pinned: [people[1]], reserves: [people[5]])
    list.take([people[4], people[5]], keeping: [people[2]])
    #expect(list.chosen == [people[1], people[2], people[4], people[5]])
    #expect(list.pinned == [people[1]])
    #expect(list.reserves == [])
  }

  @Test("An exchanged guest becomes the next reserve, and the other gets that very place, pinned")
  func exchange() {
    var list = Shortlist(chosen: Array(people[0...2]), pinned: [people[1]], reserves: [people[3], people[4]])
    list.exchange(people[1], for: people[4])
    #expect(list.chosen == [people[0], people[4], people[2]])
    #expect(list.pinned == [people[4]])
    #expect(list.reserves == [people[1], people[3]])
  }

  @Test("Somebody who was only proposed can be exchanged too, even for somebody excluded")
  func proposedOnly() {
    var list = Shortlist(chosen: [people[0]], reserves: [], excluded: [people[2]])
    list.exchange(people[1], for: people[2])
    #expect(list.chosen == [people[0], people[2]])
    #expect(list.reserves == [people[1]])
    #expect(list.excluded == [])
  }
}
