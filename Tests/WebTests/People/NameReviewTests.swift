import Core
import Database
import Foundation
import Testing

@testable import Acts
@testable import House
@testable import Records
@testable import Web

@Suite("Names stored before the program knew enough about names")
struct NameReviewTests {
  @Test("A degree that was moved to the front goes after the name again, along with the search keys")
  func degrees() async throws {
    let site = try await TestSite()
    let (services, host) = (site.services, site.host.id)
    let names = [
      "PhD Anna Adler", "MBA Dr. Bo Bach", "M.A. Clara Creutz", "J.D. Vance Miller", "Dr. Dora Dorn", "Bed Prakash Rai",
    ]
    let ids = names.map { _ in services.newID(Entity.Person.self) }
    try await services.write { [now = site.now] in
      for (id, name) in zip(ids, names) {
        let record = PersonRecord(name: name, email: "\(id)@example.org", topics: ["Coaching"], talks: ["Coaching"])
        try PersonStore(connection: $0).insert(record, as: id, of: host, at: now)
      }
    }
    #expect(try await NameReview(services: services).look() == 3)
    let people = try await services.read { connection in
      try ids.map { try PersonStore(connection: connection).person($0, of: host).record }
    }
    #expect(
      people.map(\.name) == [
        "Anna Adler, PhD", "Dr. Bo Bach, MBA", "Clara Creutz, M.A.", "J.D. Vance Miller", "Dr. Dora Dorn",
        "Bed Prakash Rai",
      ])
    #expect(people.allSatisfy { $0.topics == ["Coaching"] && $0.talks == ["Coaching"] })
    let found = try await services.read {
      try AddressBookStore(connection: $0).page(1, of: PeopleQuery(words: "anna adler phd"), of: host).people
    }
    #expect(found.map(\.id) == [ids[0]])
  }

  @Test("Each edition reads names once: later edits by a host stay")
  func once() async throws {
    let site = try await TestSite()
    let services = site.services
    try await NameReview(services: services).look()
    let id = services.newID(Entity.Person.self)
    try await services.write { [now = site.now, host = site.host.id] in
      try PersonStore(connection: $0).insert(PersonRecord(name: "PhD Anna Adler"), as: id, of: host, at: now)
    }
    #expect(try await NameReview(services: services).look() == 0)
  }
}
