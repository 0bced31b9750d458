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

/// A site with a mail server that is never reached, people, and a party with guests.
struct WaveScene {
  let site: TestSite
  let shelf: Bookshelf
  let party: PartyID

  init(
    people: [Bookshelf.Somebody] = Bookshelf.coaches, reserves: Int = 0, hasServer: Bool = true, replies: String? = nil,
    hold seconds: Int = 0, change: @Sendable (inout Party) -> Void = { _ in }
  ) async throws {
    site = try await TestSite {
      if hasServer { $0.smtp = SMTPSettings(host: "mail.example.net") }
      $0.mailReplies = replies
      $0.takeBackSeconds = seconds
    }
    shelf = Bookshelf(site: site)
    let ids = try await shelf.add(people).people
    let party = try await shelf.addParty(change: change)
    self.party = party.id
    try await shelf.choose(Array(ids.dropLast(reserves)), for: party)
    try await shelf.choose(Array(ids.suffix(reserves)), for: party, .reserve)
  }

  var services: Services { site.services }

  func guests() async throws -> [KnownGuest] {
    try await services.database.read { [party] in try GuestStore(connection: $0).guests(of: party) }
  }

  func guest(_ name: String) async throws -> KnownGuest {
    guard let guest = try await guests().first(where: { $0.name == name }) else { throw AppError.notFound }
    return guest
  }

  func states() async throws -> [String: GuestState] {
    Dictionary(uniqueKeysWithValues: try await guests().map { ($0.name, $0.guest.invitation.state) })
  }

  /// In the order in which they were written.
  func mails() async throws -> [OutgoingMail] {
    try await services.database.read { connection in
      try connection.rows("SELECT * FROM outbox ORDER BY id", as: OutgoingMail.init)
    }
  }

  func facts() async throws -> WaveFacts {
    try await services.database.read { [party, host = site.host] connection in
      try WaveFacts(try PartyStore(connection: connection).party(party), host: host, connection: connection)
    }
  }

  /// Sends the next wave as the host would, but without the pages.
  @discardableResult
  func sendNext(by way: Waves.Way = .mail) async throws -> Int {
    try await step { waves, facts in try waves.write(to: Set(try facts.plan().next.written), by: way, facts) }
  }

  @discardableResult
  func step<T: Sendable>(_ body: @escaping @Sendable (Waves, WaveFacts) throws -> T) async throws -> T {
    try await services.database.write { [services, party, host = site.host] connection in
      let facts = try WaveFacts(try PartyStore(connection: connection).party(party), host: host, connection: connection)
      return try body(Waves(services: services, connection: connection), facts)
    }
  }

  func answer(_ name: String, _ answer: Answer) async throws {
    let known = try await guest(name)
    let hasRoom = try await facts().plan().hasRoom
    try await services.database.write { [now = site.now] connection in
      var guest = known.guest
      _ = guest.invitation.apply(.answered(answer, word: nil, hasRoom: hasRoom), at: now)
      try GuestStore(connection: connection).update(guest)
    }
  }

  func tick() async throws {
    try await Steward(services: services).tick(at: site.now)
  }

  func drain(_ transport: FakeTransport) async throws {
    try await OutboxDrain(services: services, transport: transport, accepted: .sent).run()
  }
}
