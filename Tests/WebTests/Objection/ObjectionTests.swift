import Core
import Database
import Foundation
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

@Suite struct ObjectionTests {
  @Test("The link shows a page with one button and changes nothing; the button ends all mail")
  func button() async throws {
    let scene = try await WaveScene()
    let transport = FakeTransport()
    try await scene.sendNext()
    try await scene.drain(transport)
    let written = await transport.accepted.count
    let anna = try await scene.guest("Anna Berg").guest
    let path = scene.services.links(for: anna).objectionPath
    try await scene.site.run { browser in
      for _ in 0..<3 {
        let page = try await browser.get(path)
        #expect(page.status == 200 && page.contains("anna.berg@example.org") && page.contains("<button"))
      }
      #expect(try await scene.states()["Anna Berg"] == .invited)
      let done = try await browser.post(path)
      #expect(done.status == 303 && done.location == path.text)
      #expect(try await browser.post(path).status == 303)
      let page = try await browser.get(path)
      #expect(page.contains("role=\"status\"") && !page.contains("class=\"button primary\""))
    }
    #expect(try await scene.states()["Anna Berg"] == .declined)
    scene.site.advance(days: 6)
    try await scene.tick()
    try await scene.drain(transport)
    let later = await transport.accepted.dropFirst(written).map(\.recipient)
    #expect(later.contains("bruno.kern@example.org") && !later.contains("anna.berg@example.org"))
  }

  @Test("A changed link, or one for a personal page, opens nothing")
  func forged() async throws {
    let scene = try await WaveScene()
    let guests = try await scene.guests().map(\.guest)
    let services = scene.services
    try await scene.site.run { browser async throws in
      let others = Path.objection(guests[0].id, services.objectionToken(guests[1].id))
      #expect(try await browser.get(others).status == 404)
      #expect(try await browser.post(others).status == 404)
      let personal = Path.objection(guests[0].id, services.personalToken(guests[0].id, number: 1))
      #expect(try await browser.post(personal).status == 404)
      let asPersonal = Path.personal(services.objectionToken(guests[0].id))
      #expect(try await browser.get(asPersonal).status == 404)
    }
    #expect(try await scene.states().values.allSatisfy { $0 == .shortlisted })
  }

  @Test("An objection holds for every host, even after another import of the same address")
  func everywhere() async throws {
    let scene = try await WaveScene()
    try await scene.sendNext()
    try await scene.drain(FakeTransport())
    let other = try await scene.site.addHost("jonas@example.net")
    let ids = try await scene.shelf.add(Array(Bookshelf.coaches.prefix(2)), to: other).people
    let party = try await scene.shelf.addParty(of: other)
    try await scene.shelf.choose(ids, for: party)
    try await scene.write(party, other)
    let anna = try await scene.guest("Anna Berg").guest
    try await scene.object(anna.id)

    #expect(try await scene.shelf.guests(of: party).map(\.guest.invitation.state) == [.declined, .invited])
    let fresh = Bookshelf.Somebody(name: "Berg, Anna", email: "Anna.Berg@EXAMPLE.org")
    let again = try await scene.shelf.add([fresh], to: other).people
    let next = try await scene.shelf.addParty(of: other)
    try await scene.shelf.choose(again, for: next)
    try await scene.write(next, other)
    #expect(try await scene.shelf.guests(of: next).map(\.guest.invitation.state) == [.shortlisted])

    let transport = FakeTransport()
    try await scene.drain(transport)
    let recipients = await transport.accepted.map { $0.recipient.lowercased() }
    #expect(!recipients.contains("anna.berg@example.org") && recipients.contains("bruno.kern@example.org"))
  }

  @Test("The list keeps a fingerprint, not the address")
  func fingerprint() async throws {
    let scene = try await WaveScene()
    try await scene.sendNext()
    try await scene.drain(FakeTransport())
    try await scene.object(try await scene.guest("Anna Berg").guest.id)
    let rows = try await scene.services.database.read { connection in
      try connection.rows("SELECT address_hash FROM suppression") { try $0.get("address_hash", as: String.self) }
    }
    #expect(rows.count == 1 && rows.allSatisfy { $0.hasPrefix("h1:") })
    // Somebody with the database and a list of addresses, but not the key, finds nobody.
    #expect(!rows.contains { $0.contains(SHA256Text.hash("anna.berg@example.org")) })
  }

  @Test("Addresses stored without the key stay listed once the program starts with it")
  func sealed() async throws {
    let scene = try await WaveScene()
    let plain = SHA256Text.hash("anna.berg@example.org")
    try await scene.services.database.write { [now = scene.site.now] in
      try $0.execute("INSERT INTO suppression (address_hash, created_at) VALUES (\(plain), \(now))")
      for _ in 0..<2 { try SuppressionStore(connection: $0).sealPlainHashes() }
    }
    let listed = try await scene.services.database.read {
      try SuppressionStore(connection: $0).listed(among: ["Anna.Berg@example.org", "bruno.kern@example.org"])
    }
    #expect(listed == ["Anna.Berg@example.org"])
    #expect(try await scene.services.unsuppress("anna.berg@EXAMPLE.org"))
    #expect(try await scene.services.suppressed().isEmpty)
    #expect(!(try await scene.services.unsuppress("anna.berg@example.org")))
  }

  @Test("A host can't list somebody by a letter that never left: a draft, one for their own hand, or one waiting")
  func neverSent() async throws {
    for way in [Waves.Way.hand, .mail] {
      let scene = try await WaveScene(hasServer: way == .mail)
      try await scene.sendNext(by: way)
      let anna = try await scene.guest("Anna Berg").guest
      let path = scene.services.links(for: anna).objectionPath
      try await scene.site.run { browser in
        let page = try await browser.get(path)
        #expect(!page.contains("anna.berg@example.org"))
        #expect(try await browser.post(path).status == 303)
        #expect(try await browser.get(path).contains("role=\"status\""))
      }
      #expect(try await scene.services.suppressed().isEmpty)
      // The host who gave them the link writes no more all the same.
      #expect(try await scene.facts().suppressed == [anna.id])
      #expect(try await scene.mails().filter { $0.guest == anna.id }.map(\.state) == [.cancelled])
    }
  }

  @Test("A letter the host says they sent counts, one to another address does not")
  func saidToBeSent() async throws {
    let scene = try await WaveScene(hasServer: false)
    try await scene.sendNext(by: .hand)
    let anna = try await scene.guest("Anna Berg").guest
    let mail = try #require(try await scene.mails().first { $0.guest == anna.id })
    try await scene.site.run { browser in
      let host = try await browser.signedIn()
      _ = try await host.post(.outboxSent(scene.party, mail.id))
    }
    try await scene.services.database.write {
      try $0.execute("UPDATE person SET email = 'opfer@example.net' WHERE id = \(anna.person)")
    }
    try await scene.object(anna.id)
    let listed = try await scene.services.database.read {
      try SuppressionStore(connection: $0).listed(among: ["anna.berg@example.org", "opfer@example.net"])
    }
    #expect(listed == ["anna.berg@example.org"])
  }

  @Test("Whoever has been deleted is told so by the link in an old letter, and not sent to sign in")
  func erased() async throws {
    let scene = try await WaveScene()
    try await scene.sendNext()
    let anna = try await scene.guest("Anna Berg").guest
    let path = scene.services.links(for: anna).objectionPath
    try await scene.services.database.write { try $0.execute("DELETE FROM guest WHERE id = \(anna.id)") }
    try await scene.site.run { browser in
      for page in [try await browser.get(path), try await browser.post(path)] {
        #expect(page.status == 410 && page.contains("Diese Einladung ist hier gelöscht"))
        #expect(!page.contains(Path.signIn.text))
      }
    }
  }

  @Test("For a fortnight the link that objected can undo it; after that it says whom to ask")
  func takenBack() async throws {
    let scene = try await WaveScene()
    try await scene.sendNext()
    try await scene.drain(FakeTransport())
    let anna = try await scene.guest("Anna Berg").guest
    let path = scene.services.links(for: anna).objectionPath
    try await scene.site.run { browser in
      #expect(try await browser.post(path, [("back", "1")]).status == 409)
      _ = try await browser.post(path)
      scene.site.advance(days: 13.9)
      #expect(try await browser.get(path).contains("name=\"back\" value=\"1\""))
      #expect(try await browser.post(path, [("back", "1")]).status == 303)
      #expect(try await scene.services.suppressed().isEmpty)
      #expect(try await browser.get(path).contains("class=\"button primary\""))
      _ = try await browser.post(path)
      scene.site.advance(days: 14.1)
      #expect(!(try await browser.get(path).contains("name=\"back\" value=\"1\"")))
      #expect(try await browser.post(path, [("back", "1")]).status == 409)
      #expect(try await scene.services.suppressed().count == 1)
    }
  }

  @Test(
    "The address to which the letter went is listed, not the one that the host has put in its place; neither is written to"
  )
  func changedAddress() async throws {
    let scene = try await WaveScene()
    try await scene.sendNext()
    try await scene.drain(FakeTransport())
    let anna = try await scene.guest("Anna Berg").guest
    try await scene.services.database.write { connection in
      try connection.execute("UPDATE person SET email = 'neu@example.org' WHERE id = \(anna.person)")
    }
    try await scene.object(anna.id)
    let listed = try await scene.services.database.read {
      try SuppressionStore(connection: $0).listed(among: ["neu@example.org", "anna.berg@example.org", "x@example.org"])
    }
    #expect(listed == ["anna.berg@example.org"])
    #expect(try await scene.facts().suppressed == [anna.id])
  }

  @Test(
    "Whoever objected is found on short lists and on those too long to be looked at as a whole", arguments: [0, 1500])
  func longList(_ others: Int) async throws {
    let scene = try await WaveScene()
    try await scene.sendNext()
    try await scene.drain(FakeTransport())
    let (anna, bruno) = (try await scene.guest("Anna Berg"), try await scene.guest("Bruno Kern"))
    try await scene.object(anna.guest.id)
    let found = try await scene.services.database.write { [now = scene.site.now] connection in
      let store = SuppressionStore(connection: connection)
      for number in 0..<others { try store.add("gast\(number)@example.net", at: now) }
      return try store.objected(among: [anna, bruno])
    }
    #expect(found == [anna.guest.id])
  }
}

extension WaveScene {
  /// Sends the next wave of another host's party.
  fileprivate func write(_ party: Party, _ host: Host) async throws {
    try await services.database.write { [services] connection in
      let party = try PartyStore(connection: connection).party(party.id)
      let facts = try WaveFacts(party, host: host, connection: connection)
      try Waves(services: services, connection: connection).write(
        to: Set(facts.guests.map(\.guest.id)), by: .mail, facts)
    }
  }
}
