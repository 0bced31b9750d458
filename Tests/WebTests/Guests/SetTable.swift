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

/// A party with invited guests, in the database of a test site.
struct SetTable: Sendable {
  let site: TestSite
  let party: PartyID
  let guests: [GuestID]

  /// - Parameters:
  ///   - states: one guest each.
  ///   - slots: a poll's slots in days from now; without any, the date is fixed, ten days ahead.
  static func set(
    _ site: TestSite, states: [GuestState] = [.invited, .invited, .invited], seats: Int = 8, slots: [Int] = [],
    host: Host? = nil, stage: PartyStage = .inviting
  ) async throws -> SetTable {
    let host = host ?? site.host
    let services = site.services
    var party = Party(id: services.newID(), host: host, title: "Herbst", occasion: nil, form: .sie, at: site.now)
    (party.stage, party.seats, party.substance) = (stage, seats, Party.sample().substance)
    party.dateKind = slots.isEmpty ? .fixed : .poll
    if slots.isEmpty { party.start = site.now.addingTimeInterval(10 * 86_400) }
    let stored = party
    let guests = try await services.database.write { connection in
      try PartyStore(connection: connection).insert(stored)
      _ = try SlotStore(connection: connection).replace(
        slots.map { site.now.addingTimeInterval(Double($0) * 86_400) }, of: stored
      ) { services.newID() }
      return try states.enumerated().map { try insert($0 + 1, $1, stored, host, site, connection) }
    }
    return SetTable(site: site, party: party.id, guests: guests)
  }

  private static func insert(
    _ number: Int, _ state: GuestState, _ party: Party, _ host: Host, _ site: TestSite, _ connection: any Connection
  ) throws -> GuestID {
    let (name, email) = ("Gast \(number) Muster", "gast\(number).\(party.id.description.suffix(6))@example.org")
    let person = site.services.newID(Entity.Person.self)
    try connection.execute(
      """
      INSERT INTO person (id, host_id, name, email, organisation, role, country, email_key, name_key, search_key,
        created_at, changed_at)
      VALUES (\(person), \(host.id), \(name), \(email), 'Amt', 'Leitung', '', \(email), '', '',
        \(site.now), \(site.now))
      """)
    var guest = Guest.sample(party.id, number: number, state: state)
    (guest.id, guest.person, guest.standing, guest.position) = (site.services.newID(), person, .chosen, number)
    let invitedAt = state == .shortlisted ? nil : site.now.addingTimeInterval(-86_400)
    let store = GuestStore(connection: connection)
    try store.insert(guest, linkHash: site.services.personalToken(guest.id, number: 1).hash, at: site.now)
    guest.invitation = Invitation(
      state: state, invitedAt: invitedAt, answerBy: invitedAt.map { $0.addingTimeInterval(6 * 86_400) },
      answer: state == .accepted ? .yes : state == .tentative ? .perhaps : nil)
    try store.update(guest)
    return guest.id
  }

  func token(_ index: Int, number: Int = 1) -> Token {
    site.services.personalToken(guests[index], number: number)
  }

  func guest(_ index: Int) async throws -> KnownGuest {
    let (id, party) = (guests[index], party)
    return try await site.services.database.read { try GuestStore(connection: $0).guest(id, of: party) }
  }

  func state(_ index: Int) async throws -> GuestState { try await guest(index).guest.invitation.state }

  func stored() async throws -> Party {
    try await site.services.database.read { [party] in try PartyStore(connection: $0).party(party) }
  }

  func events(_ index: Int) async throws -> [GuestEvent] {
    try await site.services.database.read { [id = guests[index]] in try GuestEventStore(connection: $0).events(of: id) }
  }

  func slots() async throws -> [Slot] {
    let party = try await stored()
    return try await site.services.database.read { try SlotStore(connection: $0).slots(of: party) }
  }

  /// The guest's mails in the outbox, in order.
  func mails(_ index: Int) async throws -> [SentMail] {
    try await site.services.database.read { [id = guests[index]] in
      try $0.rows("SELECT * FROM outbox WHERE guest_id = \(id) ORDER BY id") { row in
        SentMail(
          key: try row.get("idempotency_key"), kind: try row.get("kind"), state: try row.get("state"),
          method: try row.get("calendar_method"), calendar: try row.get("calendar"), subject: try row.get("subject"),
          text: try row.get("text"))
      }
    }
  }

  struct SentMail: Sendable {
    let key: String
    let kind: String
    let state: String
    let method: String
    let calendar: String
    let subject: String
    let text: String

    var sequence: Int? {
      calendar.firstMatch(of: /SEQUENCE:(\d+)/).flatMap { Int($0.1) }
    }
  }
}

extension TestSite {
  /// Every row of every table.
  func dump() async throws -> [String: [[Value]]] {
    let tables = try await engine.tables()
    return try await engine.read { connection in
      var rows: [String: [[Value]]] = [:]
      for table in tables { rows[table.name] = try connection.rows(table.rows()).map(\.values) }
      return rows
    }
  }
}
