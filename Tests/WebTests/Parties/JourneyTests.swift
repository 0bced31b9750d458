import Core
import Foundation
import Testing

@testable import Acts
@testable import Evening
@testable import GuestPages
@testable import HostPages
@testable import House
@testable import Records
@testable import RoomPages
@testable import Site
@testable import Web

@Suite struct JourneyTests {
  private let now = PartyFacts.sampleTime

  private func step(_ facts: PartyFacts) -> JourneyStep { JourneyStep(facts, now: now) }

  @Test("The journey begins with people, then leads through choosing, substance, date and letters to sending")
  func preparing() {
    var facts = PartyFacts.fresh
    #expect(step(facts) == .bringPeople)
    facts.peopleKnown = 120
    #expect(step(facts) == .choose)
    facts.guests = KnownGuest.samples(facts.party.id, states: Array(repeating: .shortlisted, count: 3))
    #expect(step(facts) == .chooseMore(2))
    facts.guests = KnownGuest.samples(facts.party.id, states: Array(repeating: .shortlisted, count: 6))
    #expect(step(facts) == .writeSubstance)
    facts.party.substance = Party.sample().substance
    #expect(step(facts) == .setDate)
    (facts.party.dateKind, facts.party.start) = (.fixed, now.addingTimeInterval(86_400))
    #expect(step(facts) == .writeSentences(6))
    for index in facts.guests.indices { facts.guests[index].guest.letter.ownSentence = "Ein wahrer Satz." }
    #expect(step(facts) == .sendLetters(6))
  }

  @Test("A mail that failed comes before everything else")
  func failedMail() {
    #expect(step(.inviting) == .lookAtMail(1))
  }

  @Test("A decided poll asks for the host's confirmation")
  func decidedPoll() {
    #expect(step(.polling) == .confirmDate)
  }

  @Test("A free seat asks to let the next reserve move up")
  func moveUp() {
    var facts = PartyFacts.inviting
    (facts.failedMails, facts.party.seats) = (0, 7)
    #expect(step(facts) == .moveUp(1))
  }

  @Test("Once all seats are taken or asked for, answers are awaited")
  func awaitAnswers() {
    var facts = PartyFacts.inviting
    (facts.failedMails, facts.party.seats) = (0, 5)
    #expect(step(facts) == .awaitAnswers(2))
    #expect(Journey(facts, now: now).progress(.letters, here: nil) == .current)
  }

  @Test("A guest who has objected is not counted among the letters to write")
  func objected() {
    var facts = PartyFacts.prepared
    facts.objected = Set(facts.guests.prefix(6).map(\.guest.id))
    #expect(step(facts) == .writeSentences(1))
  }

  @Test("Exactly one stop is current: the next step's, or that of the current page", arguments: 0..<8)
  func stops(_ index: Int) {
    let journey = Journey(PartyFacts.samples[index], now: now)
    let current = Journey.Stop.allCases.filter { journey.progress($0, here: nil) == .current }
    #expect(current == [journey.step.stop].compactMap { $0 })
    let here = Journey.Stop.allCases.filter { journey.progress($0, here: .substance) == .current }
    #expect(here == [.substance])
  }

  @Test("Guests who have not answered or voted are named among those being waited for")
  func waiting() {
    let waiting = Waiting(.inviting, now: now)
    #expect(waiting.forOthers.map(\.name) == ["Jonas Wiechert", "Florian Achleitner"])
    #expect(waiting.forHost.contains { $0.message == .counted("waiting.lateYes", 1) })
    #expect(!Waiting(.over(.cancelled), now: now).forHost.contains { $0.message.key.contains("Mail") })
  }
}
