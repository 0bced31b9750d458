import Foundation
import Testing

@testable import Core

@Suite("A list of people for choosing")
struct TableListTests {
  private static let winter = Date(timeIntervalSince1970: 1_795_442_400)

  @Test(
    "The words of a role tell how far somebody has come",
    arguments: [
      ("Vorstandsassistentin", Seniority.beginning), ("Geschäftsführerin", .heading), ("CEO", .heading),
      ("Leiterin der Akademie", .directing), ("Head of People", .directing), ("Projektmanager", .leading),
      ("interne Coachin", nil), ("Organisationsberaterin", .working), ("", nil), ("Coordinator", nil),
    ] as [(String, Seniority?)])
  func seniority(_ role: String, _ expected: Seniority?) {
    #expect(Seniority(role: role) == expected)
  }

  @Test("A country is known by its German name, its English name and its code")
  func countries() {
    for name in ["Deutschland", "Germany", "DE"] { #expect(Country(named: name)?.code == "DE") }
    for name in ["Österreich", "Austria", "AT"] { #expect(Country(named: name)?.code == "AT") }
    #expect(Country(named: "Berlin") == nil && Country(named: "") == nil)
  }

  @Test("In the evening in Berlin people in New York are awake, in Tokyo and Sydney they are not")
  func hours() throws {
    let starts = PartyHours.evening(in: Zones.system["Europe/Berlin"], on: Self.winter)
    #expect(starts == Array(32...39))
    func free(_ country: String) throws -> Int {
      let hours = try #require(Country(named: country)).hours(on: Self.winter, in: .system)
      return starts.count { hours >> UInt64($0) & 7 == 7 }
    }
    #expect(try free("DE") == 8)
    #expect(try free("US") == 8)
    #expect(try free("Japan") == 0)
    #expect(try free("AU") == 0)
  }

  @Test("Gaps in a list keep nobody away")
  func unknown() {
    let list = list([Listed(), Listed(country: "Atlantis"), Listed(organisation: "Haus", country: "Japan")])
    var wish = list.wish(seats: 2, starts: [34], minutes: 90)
    wish.pinned = [0, 1]
    let model = TableModel(list.index, wish)
    #expect(model.start([0, 1]) == 34)
    #expect(model.languages([0, 1]) != 0)
    #expect(model.pair(0, 1).organisation == 0)
    #expect(model.start([2]) == nil)
  }

  @Test("The party's words become its topics, and people who have met are marked")
  func topics() {
    var known = Listed()
    known.met = [1]
    known.hasMetHost = true
    let list = list([known, Listed(), Listed()])
    #expect(list.facets.map { list.subjects.names[$0] } == ["Coaching"])
    #expect(list.index.haveMet(0, 1) && list.index.haveMet(1, 0) && list.index.haveMet(list.host, 0))
    #expect(!list.index.haveMet(0, 2))
    #expect(list.subjects.topic(of: 2, on: list.facets[0]) == 0)
  }

  @Test("At most two come from one organisation, unless the list has hardly any other")
  func organisations() {
    func limit(_ organisations: [String], seats: Int) -> Int {
      list(organisations.map { Listed(organisation: $0) }).wish(seats: seats, starts: [], minutes: 60).perOrganisation
    }
    #expect(limit(["A", "B", "C", "D", "E", "F", "A", "B"], seats: 4) == 2)
    #expect(limit(["", "", "", "", "A", "A", "A", "A"], seats: 3) == 2)
    #expect(limit(Array(repeating: "A", count: 9), seats: 4) == 8)
  }

  @Test("A likeness below the threshold doesn't make a topic shared")
  func strength() {
    let subjects = Subjects(
      names: ["Führung"], relevance: [1],
      links: [[SubjectLink(0, strength: 0.9, topic: 0)], [SubjectLink(0, strength: 0.4, topic: 0)]])
    let list = TableList([Listed(), Listed()], subjects, languages: [.german], on: Self.winter, in: .system)
    #expect(list.index.topics(of: 0) == [0])
    #expect(list.index.topics(of: 1) == [])
  }

  @Test("A subject nearly everybody has is nobody's, unless the party is about it")
  func common() {
    let people = (0..<30).map { [[0, 1], [1, 2 + $0 % 3]] }
    let subjects = Subjects(names: ["a", "b", "c", "d", "e"], relevance: [0, 1, 0, 0, 0], people: people)
    #expect(subjects.links[4] == [SubjectLink(1, topic: 0), SubjectLink(3, topic: 1)])
  }

  private func list(_ people: [Listed]) -> TableList {
    TableList(
      people, Subjects(names: ["Coaching"], relevance: [1], people: people.map { _ in [[0]] }), languages: [.german],
      on: Self.winter, in: .system)
  }
}
