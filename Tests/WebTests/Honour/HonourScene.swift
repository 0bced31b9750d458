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

/// A circle's next evening, with a guest of honour.
struct HonourScene: Sendable {
  let circle: CircleScene
  let party: PartyID
  let guest: GuestID

  var site: TestSite { circle.site }
  var services: Services { site.services }
  var token: Token { services.personalToken(guest, number: 1) }

  static let fields = [
    ("name", "Dr. Ruth Aslan"), ("email", "ruth.aslan@example.org"), ("role", "Vorstand"),
    ("organisation", "Nordhafen AG"), ("part", "guest"), ("begins", "20"), ("minutes", "15"),
    ("reason", "Ihr Haus hat es schon ausprobiert."),
  ]

  /// - Parameter isWritten: true if the letter has left.
  init(stage: PartyStage = .scheduled, isWritten: Bool = true) async throws {
    circle = try await CircleScene()
    let (scene, party) = (circle, try await circle.nextEvening(stage: stage))
    self.party = party
    let host = scene.site.host
    guest = try await scene.services.database.write { connection in
      let found = try PartyStore(connection: connection).party(party)
      let inviting = HonourInviting(services: scene.services, connection: connection, party: found, host: host)
      var form: [String: [String]] = [:]
      for (name, value) in Self.fields { form[name] = [value] }
      try inviting.seat(HonourEntry(Form(form)))
      guard let honour = try HonourStore(connection: connection).honour(of: party) else { throw AppError.notFound }
      if isWritten {
        let known = try GuestStore(connection: connection).guest(honour.guest, of: party)
        try Waves(services: scene.services, connection: connection).writeToHonoured(known, by: .mail, found, host)
      }
      return honour.guest
    }
  }

  /// Moves to half an hour before their time.
  func comeNear() async throws {
    guard let slot = try await honour()?.slot(at: try await stored().start) else { throw AppError.notFound }
    site.advance(seconds: slot.startsAt.date.timeIntervalSince(site.now) - 1800)
  }

  func honour() async throws -> Honour? {
    try await services.database.read { [guest] in try HonourStore(connection: $0).honour(guest) }
  }

  func known() async throws -> KnownGuest {
    try await services.database.read { [guest, party] in try GuestStore(connection: $0).guest(guest, of: party) }
  }

  func seat() async throws -> HonourSeat? {
    try await services.database.read { [party] connection in
      guard let honoured = try GuestStore(connection: connection).honoured(at: party) else { return nil }
      return try HonourStore(connection: connection).seat(
        of: honoured, at: try PartyStore(connection: connection).party(party))
    }
  }

  func stored() async throws -> Party {
    try await services.database.read { [party] in try PartyStore(connection: $0).party(party) }
  }

  func mails() async throws -> [OutgoingMail] { try await circle.mails(to: guest) }

  /// The text of a mail with its links filled in.
  func read(_ mail: OutgoingMail) async throws -> String {
    let guest = try await known().guest
    return services.message(mail, host: site.host, guest: guest).text
  }

  /// Records a time during which they were in the room.
  func visit(from: Date, until: Date?) async throws {
    try await services.database.write { [guest, party] connection in
      try connection.execute(
        """
        INSERT INTO participant (party_id, id, guest_id, name, arrived_at, entered_at, left_at)
        VALUES (\(party), \(guest), \(guest), 'Dr. Ruth Aslan', \(from), \(from), \(until))
        """)
      let store = HonourStore(connection: connection)
      try store.arrive(guest, at: Moment(from))
      if let until { try store.leave(guest, at: Moment(until)) }
    }
  }

  func end(at time: Date) async throws {
    try await services.database.write { [party] connection in
      try connection.execute("UPDATE party SET state = 'ended', ended_at = \(time) WHERE id = \(party)")
    }
  }
}
