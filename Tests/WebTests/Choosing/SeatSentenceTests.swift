import Core
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

@Suite("The reason for a seat")
struct SeatSentenceTests {
  private let topics = ["Open Source", "Source", "Funding"]

  private func text(_ language: Language, shared: [[Int]]) throws -> String {
    let partners = shared.enumerated().map {
      SeatReason.Partner(person: $0 + 1, points: 5, shared: $1, gives: [], takes: [])
    }
    let reason = SeatReason(
      person: 0, partners: partners, companions: partners, onlyTheirs: [], carriesFacetAlone: false,
      without: Absence(wishes: [], isolated: [], leftToOne: []), fit: 1, loss: 1)
    let people = ["Anna", "Bea", "Carl"]
    let sentence = SeatSentence(reason: reason, person: { people[$0] }, topic: { topics[$0] }, own: { topics[$0] })
    return sentence.text(Phrases(try .bundled(), language))
  }

  @Test("Names no subject together with one that contains it", arguments: [Language.german, .english])
  func containedSubjects(language: Language) throws {
    let text = try text(language, shared: [[1, 0], [2]])
    #expect(text.contains("Open Source"))
    #expect(text.components(separatedBy: "Source").count == 2)
    #expect(text.contains("Bea") && text.contains("Carl") && text.contains("Funding"))
  }

  @Test("Names two subjects if neither contains the other", arguments: [Language.german, .english])
  func twoSubjects(language: Language) throws {
    let text = try text(language, shared: [[2, 1], [0]])
    #expect(topics.allSatisfy(text.contains))
  }

  @Test("Names only once what somebody shares with both", arguments: [Language.german, .english])
  func sameSubject(language: Language) throws {
    let text = try text(language, shared: [[1, 0], [0]])
    #expect(text.components(separatedBy: "Open Source").count == 2)
  }
}
