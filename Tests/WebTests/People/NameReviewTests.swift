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

  @Test("An address stored in the form for servers is found by its letters, unless somebody else has these")
  func addresses() async throws {
    let site = try await TestSite()
    let (services, host) = (site.services, site.host.id)
    let stored = ["a@xn--mller-kva.example", "b@xn--mller-kva.example", "b@müller.example"]
    let ids = stored.map { _ in services.newID(Entity.Person.self) }
    try await services.write { [now = site.now] connection in
      for (id, email) in zip(ids, stored) {
        try PersonStore(connection: connection).insert(
          PersonRecord(name: email, email: email.replacing("xn--mller-kva", with: "\(id)")), as: id, of: host, at: now)
        try connection.execute(
          "UPDATE person SET email = \(email), email_key = \(email), returned_key = \(email) WHERE id = \(id)")
      }
      try connection.execute("UPDATE host SET email = 'h@xn--mller-kva.example' WHERE id = \(host)")
    }
    try await NameReview(services: services).look()
    let found = try await services.read { connection in
      let people = PersonStore(connection: connection)
      return [
        try people.person(emailKey: MailAddress.key("A@XN--MLLER-KVA.example"), of: host) == ids[0],
        try people.person(emailKey: "b@müller.example", of: host) == ids[2],
        try people.person(ids[1], of: host).record.email == stored[1],
        try HostStore(connection: connection).host(email: "H@müller.example")?.id == host,
        try ReturnedAddressStore(connection: connection).holds("a@müller.example", of: host),
      ]
    }
    #expect(found == [true, true, true, true, true])
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
