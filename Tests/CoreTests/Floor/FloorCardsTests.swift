import Testing

@testable import Core

@Suite("Cards")
struct FloorCardsTests {
  private func table() throws -> Evening {
    var evening = try Evening.running(3)
    try evening.gather(g(1), g(2), at: t(1))
    try evening.ask(g(1), .offerCard(to: g(2)))
    return evening
  }

  private func cards(_ evening: Evening, _ who: ParticipantID) -> [CardOffer] {
    evening.floor.view(of: who)?.cards ?? []
  }

  @Test("A taken card gives each the other's")
  func taken() throws {
    var evening = try table()
    #expect(try evening.ask(g(2), .answerCard(from: g(1), take: true)) == [.cardTaken(from: g(1), to: g(2))])
    for who in [g(1), g(2)] { #expect(cards(evening, who) == [CardOffer(from: g(1), to: g(2), isTaken: true)]) }
    #expect(cards(evening, g(3)) == [])
    #expect(try evening.ask(g(2), .offerCard(to: g(1))) == [])
    #expect(throws: FloorRefusal.noSuchOffer) { try evening.ask(g(1), .withdrawCard(to: g(2))) }
  }

  @Test("Two who offer each other theirs have taken them")
  func mutual() throws {
    var evening = try table()
    #expect(try evening.ask(g(2), .offerCard(to: g(1))) == [.cardTaken(from: g(1), to: g(2))])
  }

  @Test("Somebody who offered a card doesn't learn that it was laid aside, and can't ask twice")
  func laidAside() throws {
    var evening = try table()
    let offer = [CardOffer(from: g(1), to: g(2))]
    let event = try #require(try evening.ask(g(2), .answerCard(from: g(1), take: false)).first)
    #expect(evening.floor.isVisible(event, to: g(2)) && !evening.floor.isVisible(event, to: g(1)))
    #expect(cards(evening, g(1)) == offer && cards(evening, g(2)) == [])
    #expect(try evening.ask(g(2), .answerCard(from: g(1), take: false)) == [])
    try evening.ask(g(1), .withdrawCard(to: g(2)))
    let again = try #require(try evening.ask(g(1), .offerCard(to: g(2))).first)
    #expect(evening.floor.isVisible(again, to: g(1)) && !evening.floor.isVisible(again, to: g(2)))
    #expect(try evening.ask(g(2), .offerCard(to: g(1))) == [.cardTaken(from: g(1), to: g(2))])
    #expect(cards(evening, g(2)).map(\.isTaken) == [true])
  }

  @Test("A card can be withdrawn as long as nobody took it")
  func withdrawn() throws {
    var evening = try table()
    #expect(try evening.ask(g(1), .withdrawCard(to: g(2))) == [.cardWithdrawn(from: g(1), to: g(2))])
    #expect(throws: FloorRefusal.noSuchOffer) { try evening.ask(g(2), .answerCard(from: g(1), take: true)) }
    #expect(throws: FloorRefusal.noSuchOffer) { try evening.ask(g(1), .withdrawCard(to: g(2))) }
  }

  @Test("A card can be given to people one stands or stood with")
  func acquaintance() throws {
    var evening = try table()
    #expect(throws: FloorRefusal.notAtSameTable) { try evening.ask(g(1), .offerCard(to: g(3))) }
    #expect(throws: FloorRefusal.noSuchPerson) { try evening.ask(g(1), .offerCard(to: g(1))) }
    try evening.gather(g(3), at: t(1))
    try evening.ask(g(3), .stepAway)
    #expect(try evening.ask(g(1), .offerCard(to: g(3))) == [.cardOffered(from: g(1), to: g(3))])
  }
}
