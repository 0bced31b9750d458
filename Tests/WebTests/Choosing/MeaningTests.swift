import Core
import Foundation
import Testing
import Words

@testable import Acts
@testable import Evening
@testable import GuestPages
@testable import HostPages
@testable import House
@testable import Records
@testable import RoomPages
@testable import Site
@testable import Web

@Suite("Choosing by the meaning of topics")
struct MeaningTests {
  @Test("Somebody who speaks about the party's topic in the other language is found, and shares it with the others")
  func languages() async throws {
    let site = try await TestSite()
    let shelf = Bookshelf(site: site)
    let people = try await shelf.add(Self.people).people
    let party = try await shelf.addParty {
      ($0.seats, $0.substance.topic, $0.substance.question) = (4, "Künstliche Intelligenz", "")
    }
    try await site.run { browser in
      let seen = try await browser.signedIn().get(.choosing(party.id)).values(of: "guest")
      #expect(Set(seen) == Set(people.prefix(4).map(\.description)))
    }
  }

  @Test("The host's equivalent terms count from the next proposal on")
  func thesaurus() async throws {
    let site = try await TestSite()
    let shelf = Bookshelf(site: site)
    let people = try await shelf.add([
      .init(name: "Anna Berg", topics: ["Kaizen"]), .init(name: "Bruno Kern", topics: ["Kaizen"]),
      .init(name: "Clara Voss", topics: ["Qualitätszirkel"]), .init(name: "Dario Lenz", topics: ["Imkerei"]),
      .init(name: "Eva Roth", topics: ["Imkerei"]),
    ]).people
    let party = try await shelf.addParty {
      ($0.seats, $0.substance.topic, $0.substance.question) = (3, "Kaizen", "")
    }
    try await site.run { browser in
      let host = try await browser.signedIn()
      let saved = try await host.post(.thesaurus, [("thesaurus", "Kaizen = Qualitätszirkel")])
      #expect(saved.status == 303)
      #expect(try await host.get(.settings).contains("Kaizen = Qualitätszirkel"))
      let page = try await host.get(.choosing(party.id))
      #expect(Set(page.values(of: "guest")) == Set(people.prefix(3).map(\.description)))
    }
  }

  @Test("An invalid line is named, nothing is stored, and the input stays")
  func refused() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let host = try await browser.signedIn()
      let answer = try await host.post(.thesaurus, [("thesaurus", "KI = AI\nallein")])
      #expect(answer.status == 422)
      #expect(answer.contains("Zeile 2: „allein“ steht allein."))
      #expect(answer.contains("KI = AI\nallein"))
      #expect(!(try await host.get(.settings).contains("KI = AI\nallein")))
    }
  }

  @Test("One host's thesaurus is not another's")
  func hosts() async throws {
    let site = try await TestSite()
    let other = try await site.addHost("jonas@example.org")
    try await site.services.database.write { [host = site.host.id] connection in
      let store = ThesaurusStore(connection: connection)
      try store.save("KI = AI", of: host)
      #expect(try store.text(of: host) == "KI = AI")
      #expect(try store.text(of: other.id) == "")
    }
  }

  @Test("Subjects are found without the word table too")
  func subjects() {
    let candidates = [["Robotik", "Supervision"], ["Robotik"], []].enumerated().map { number, topics in
      Candidate(
        id: PersonID(at: Date(timeIntervalSince1970: 0), random: (0, UInt64(number))), name: "P\(number)",
        topics: topics.map { CandidateTopic(title: $0, words: []) })
    }
    let subjects = ListTopics(candidates, thesaurus: Thesaurus(), table: nil).subjects(topic: "Robotik", question: "")
    #expect(subjects.names == ["Robotik", "Supervision"])
    #expect(subjects.relevance[0] == 1)
    #expect(subjects.links.map { $0.map(\.subject) } == [[0, 1], [0], []])
  }

  private static let people: [Bookshelf.Somebody] = [
    .init(name: "Anna Berg", topics: ["Artificial intelligence", "Ethics"]),
    .init(name: "Bruno Kern", topics: ["Künstliche Intelligenz", "Ethik"]),
    .init(name: "Clara Voss", topics: ["artificial intelligence"]),
    .init(name: "Dario Lenz", topics: ["künstliche Intelligenz"]),
    .init(name: "Eva Roth", topics: ["Imkerei"]), .init(name: "Finn Sturm", topics: ["Bienenzucht"]),
    .init(name: "Greta Holm", topics: ["beekeeping"]), .init(name: "Hanno Weiss", topics: ["Weinbau"]),
  ]
}
