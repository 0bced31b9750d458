import Core
import Database
import Foundation
import Mail

@testable import Acts
@testable import Evening
@testable import GuestPages
@testable import HostPages
@testable import House
@testable import Records
@testable import RoomPages
@testable import Site
@testable import Web

/// A circle with evenings that are over, in the database of a test site.
struct CircleScene: Sendable {
  let site: TestSite
  let circle: CircleID
  /// In chronological order.
  let evenings: [PartyID]
  let people: [PersonID]

  /// - Parameters:
  ///   - results: one evening each, four weeks apart, the last one just now; nil for one whose ballots are still open.
  ///   - size: the number of people there each time.
  init(results: [BallotResult?] = [.good, .good, .good], size: Int = 5) async throws {
    site = try await TestSite { $0.smtp = SMTPSettings(host: "mail.example.net") }
    let shelf = Bookshelf(site: site)
    people = try await shelf.add(Array(Bookshelf.coaches.prefix(size))).people
    circle = site.services.newID()
    let made = Circle(
      id: circle, host: site.host.id, name: "Runde am Montag", rhythm: .monthly, eveningsToHonour: 3,
      createdAt: site.now, endedAt: nil)
    try await site.services.database.write { try CircleStore(connection: $0).insert(made) }
    var evenings: [PartyID] = []
    for (number, result) in results.enumerated() {
      if number > 0 { site.advance(days: 28) }
      evenings.append(try await Self.evening(site, shelf, circle, people, result))
    }
    site.advance(seconds: 60)
    self.evenings = evenings
  }

  var services: Services { site.services }

  private static func evening(
    _ site: TestSite, _ shelf: Bookshelf, _ circle: CircleID, _ people: [PersonID], _ result: BallotResult?
  ) async throws -> PartyID {
    let now = site.now
    let party = try await shelf.addParty { party in
      (party.stage, party.dateKind, party.start) = (result == nil ? .ended : .closed, .fixed, now)
      party.confirmedAt = now.addingTimeInterval(-86_400)
    }
    try await shelf.choose(people, for: party)
    let guests = try await shelf.guests(of: party)
    try await site.services.database.write { connection in
      try connection.execute(
        """
        UPDATE party SET circle_id = \(circle), ended_at = \(now), counted_at = \(result == nil ? nil : now)
        WHERE id = \(party.id)
        """)
      for known in guests { try Self.attend(known, now, connection) }
      let members = CircleMemberStore(connection: connection, circle: circle)
      for person in people { try members.join(person, at: now) }
      guard let result else { return }
      try connection.execute(
        """
        INSERT INTO ballot_result (
          party_id, answers, learnt_yes, learnt_of, gave_yes, gave_of, again_yes, again_of, lines)
        VALUES (
          \(party.id), \(result.answers), \(result.learnt?.yes ?? 0), \(result.learnt?.of ?? 0), 0, 0,
          \(result.again?.yes ?? 0), \(result.again?.of ?? 0), '')
        """)
    }
    return party.id
  }

  private static func attend(_ known: KnownGuest, _ now: Date, _ connection: any Connection) throws {
    var guest = known.guest
    _ = guest.invitation.apply(.invited(answerBy: nil), at: now)
    _ = guest.invitation.apply(.answered(.yes, word: nil, hasRoom: true), at: now)
    try GuestStore(connection: connection).update(guest)
    try connection.execute(
      """
      INSERT INTO participant (party_id, id, guest_id, name, arrived_at, entered_at, left_at)
      VALUES (\(guest.party), \(guest.participant), \(guest.id), \(known.name), \(now), \(now), \(now))
      """)
  }

  func guests(of party: PartyID) async throws -> [KnownGuest] {
    try await services.database.read { try GuestStore(connection: $0).guests(of: party) }
  }

  func token(_ guest: KnownGuest) -> Token {
    services.personalToken(guest.guest.id, number: guest.guest.linkNumber)
  }

  /// The circle's next evening, ten days ahead, its core invited and coming.
  func nextEvening(stage: PartyStage = .scheduled, seats: Int? = nil) async throws -> PartyID {
    try await services.database.write { [services, circle, host = site.host, now = site.now] connection in
      let found = try CircleStore(connection: connection).circle(circle, of: host.id)
      let id = try NextEvening(services: services, connection: connection).plan(for: found, host: host)
      let store = PartyStore(connection: connection)
      var party = try store.party(id)
      party.substance = Party.sample().substance
      (party.stage, party.dateKind, party.start) = (stage, .fixed, now.addingTimeInterval(10 * 86_400))
      if stage != .draft, stage != .inviting { party.confirmedAt = now }
      if let seats { party.seats = seats }
      try store.update(party, at: now)
      for known in try GuestStore(connection: connection).guests(of: id) {
        var guest = known.guest
        _ = guest.invitation.apply(.invited(answerBy: nil), at: now)
        _ = guest.invitation.apply(.answered(.yes, word: nil, hasRoom: true), at: now)
        try GuestStore(connection: connection).update(guest)
      }
      return id
    }
  }

  /// The guest's mails in the outbox, in order.
  func mails(to guest: GuestID) async throws -> [OutgoingMail] {
    try await services.database.read { connection in
      try connection.rows("SELECT * FROM outbox WHERE guest_id = \(guest) ORDER BY id", as: OutgoingMail.init)
    }
  }
}

extension BallotResult {
  static let good = BallotResult(
    answers: 5, learnt: Share(yes: 5, of: 5), gave: nil, again: Share(yes: 5, of: 5), lines: [])
  static let dull = BallotResult(
    answers: 5, learnt: Share(yes: 1, of: 5), gave: nil, again: Share(yes: 1, of: 5), lines: [])
}
