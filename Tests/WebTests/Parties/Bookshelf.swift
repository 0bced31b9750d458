import Core
import Database
import Foundation

@testable import Acts
@testable import Evening
@testable import GuestPages
@testable import HostPages
@testable import House
@testable import Records
@testable import RoomPages
@testable import Site
@testable import Web

/// Fills the site's database for tests of parties: an occasion, a list, people with topics, a party.
struct Bookshelf {
  let site: TestSite

  struct Somebody {
    let name: String
    var email: String?
    var topics: [String] = []
  }

  static let coaches = [
    Somebody(name: "Anna Berg", topics: ["Coaching in Behörden", "Supervision"]),
    Somebody(name: "Bruno Kern", topics: ["Teamcoaching im öffentlichen Dienst"]),
    Somebody(name: "Clara Voss", topics: ["Gärtnern auf Balkonen"]),
    Somebody(name: "Dario Lenz", topics: ["Coachings für Führungskräfte"]),
    Somebody(name: "Eva Roth", topics: []),
    Somebody(name: "Finn Sturm", topics: ["Die Behörde als Lernort"]),
    Somebody(name: "Greta Holm", topics: ["Mediation"]),
  ]

  /// People of one list, in the order given; from a cancelled conference unless stated otherwise.
  func add(
    _ people: [Somebody], to host: Host? = nil, at kind: LetterOccasion.Kind = .conferenceCancelled,
    named place: String = "Nordkongress"
  ) async throws -> (list: PeopleListID, people: [PersonID]) {
    let host = (host ?? site.host).id
    let list = site.services.newID(Entity.PeopleList.self)
    let occasion = site.services.newID(Entity.Occasion.self)
    let ids = people.map { _ in site.services.newID(Entity.Person.self) }
    let now = site.now
    try await site.services.database.write { connection in
      try connection.execute(
        """
        INSERT INTO occasion (id, host_id, kind, name, year, created_at)
        VALUES (\(occasion), \(host), \(kind.rawValue), \(place), 2026, \(now))
        """)
      try connection.execute(
        """
        INSERT INTO people_list (id, host_id, occasion_id, name, source, kind, file_name, digest, imported_at)
        VALUES (\(list), \(host), \(occasion), 'Teilnehmende', 'participantList', 'csv', 'a.csv', 'x', \(now))
        """)
      for (person, id) in zip(people, ids) { try Self.insert(person, id, host, list, connection, now) }
    }
    return (list, ids)
  }

  private static func insert(
    _ person: Somebody, _ id: PersonID, _ host: HostID, _ list: PeopleListID, _ connection: any Connection, _ now: Date
  ) throws {
    let email = person.email ?? "\(SearchKey.fold(person.name).replacing(" ", with: "."))@example.org"
    let search = SearchKey.fold(([person.name] + person.topics).joined(separator: " "))
    try connection.execute(
      """
      INSERT INTO person (
        id, host_id, name, email, organisation, role, country, email_key, name_key, search_key, created_at, changed_at)
      VALUES (
        \(id), \(host), \(person.name), \(email), 'Musterhaus', '', '', \(email.isEmpty ? nil : email), \(person.name),
        \(search), \(now), \(now))
      """)
    for (position, topic) in person.topics.enumerated() {
      try connection.execute(
        "INSERT INTO person_topic (person_id, position, topic) VALUES (\(id), \(position), \(topic))")
    }
    try connection.execute("INSERT INTO provenance (person_id, list_id, line) VALUES (\(id), \(list), 1)")
  }

  /// One of the host's parties; with complete substance unless stated otherwise.
  func addParty(of host: Host? = nil, change: @Sendable (inout Party) -> Void = { _ in }) async throws -> Party {
    var party = Party(
      id: site.services.newID(), host: host ?? site.host, title: "Coaching am Abend", occasion: nil, form: .sie,
      at: site.now)
    party.substance = Party.sample().substance
    change(&party)
    try await site.services.database.write { [party] in try PartyStore(connection: $0).insert(party) }
    return party
  }

  /// Puts people at the table, in order.
  func choose(_ people: [PersonID], for party: Party, _ action: ShortlistAction = .choose) async throws {
    try await site.services.database.write { [site] connection in
      let store = ShortlistStore(services: site.services, connection: connection)
      for person in people { try store.apply(action, to: person, party: party) }
    }
  }

  func guests(of party: Party) async throws -> [KnownGuest] {
    try await site.services.database.read { try GuestStore(connection: $0).guests(of: party.id) }
  }

  /// Makes it as if their letter had left.
  func write(to known: KnownGuest) async throws {
    let now = site.now
    try await site.services.database.write { connection in
      var guest = known.guest
      _ = guest.invitation.apply(.invited(answerBy: nil), at: now)
      try GuestStore(connection: connection).update(guest)
    }
  }

  func party(_ id: PartyID) async throws -> Party {
    try await site.services.database.read { try PartyStore(connection: $0).party(id) }
  }
}
