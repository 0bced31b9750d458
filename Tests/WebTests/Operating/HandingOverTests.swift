import Core
import Database
import Foundation
import HTTPTypes
import Testing

@testable import API
@testable import Acts
@testable import Evening
@testable import GuestPages
@testable import HostPages
@testable import House
@testable import Records
@testable import RoomPages
@testable import Site
@testable import Web

@Suite("What programs and new hosts take over")
struct HandingOverTests {
  private func setDate(_ scene: WaveScene, isConfirmed: Bool) async throws {
    let now = scene.site.now
    let confirmed: Date? = isConfirmed ? now : nil
    try await scene.services.database.write {
      try $0.execute(
        """
        UPDATE party SET date_kind = 'fixed', starts_at = \(now.addingTimeInterval(10 * 86_400)),
          confirmed_at = \(confirmed), state = \(isConfirmed ? "scheduled" : "inviting")
        """)
    }
  }

  private func accept(_ name: String, _ scene: WaveScene) async throws {
    let guest = try await scene.guest(name).guest
    let token = scene.services.personalToken(guest.id, number: guest.linkNumber)
    try await scene.site.run { browser in
      let answer = try await browser.post(.reply(token), [("answer", "yes")])
      #expect(answer.status == 303)
    }
  }

  @Test("Letters that wait carry the new host's name, and an evening to come moves from one calendar to the other")
  func handedOver() async throws {
    let scene = try await WaveScene(people: Array(Bookshelf.coaches.prefix(2)))
    let (services, old) = (scene.services, scene.site.host)
    let new = try await scene.site.addHost("jonas.wirth@example.net")
    try await scene.sendNext()
    try await setDate(scene, isConfirmed: true)
    let look = { try await services.database.write { try HostEntryWatch(services: services).look($0) } }
    #expect(try await look() == 1)
    try await services.transferHost(from: old.email, to: new.email)
    let letters = try await scene.mails().filter { $0.kind == .letter }
    #expect(letters.count == 2)
    #expect(letters.allSatisfy { $0.text.contains(new.name) && !$0.text.contains(old.name) })
    let gone = try await scene.mails().filter { $0.recipient == old.email && $0.calendarMethod == "CANCEL" }
    #expect(gone.count == 1)
    #expect(try await look() == 1)
    let come = try await scene.mails().filter { $0.recipient == new.email && $0.calendarMethod == "REQUEST" }
    #expect(come.count == 1)
    #expect(try await look() == 0)
  }

  @Test("Programs hear of a date that moves; what names a guest goes when they are erased")
  func webhooks() async throws {
    let scene = try await WaveScene(people: Array(Bookshelf.coaches.prefix(2)))
    let services = scene.services
    _ = try await WebhookEntry(url: "https://localhost/hook").store(of: scene.site.host.id, services)
    try await scene.sendNext()
    try await accept("Anna Berg", scene)
    try await setDate(scene, isConfirmed: true)
    try await services.database.write { [party = scene.party, now = scene.site.now] connection in
      let party = try PartyStore(connection: connection).party(party)
      let date = PartyDate(now.addingTimeInterval(11 * 86_400), zone: party.zone)
      try DateDecision(services: services, connection: connection).move(to: date, of: party)
    }
    let waiting = {
      try await services.database.read { connection in
        try connection.rows("SELECT body FROM webhook_delivery ORDER BY id") { try $0.get("body", as: String.self) }
      }
    }
    let bodies = try await waiting()
    #expect(bodies.count == 2 && bodies[0].contains("guest.accepted") && bodies[1].contains("date.moved"))
    let person = try await scene.guest("Anna Berg").guest.person
    try await services.database.write { [host = scene.site.host.id, now = scene.site.now] in
      _ = try PersonErasure(connection: $0).eraseByHand(person, of: host, at: now)
    }
    #expect(try await waiting() == [bodies[1]])
  }

  @Test("A date that a program confirms waits as one from a page does, and can be taken back there")
  func heldDate() async throws {
    let scene = try await WaveScene(people: Array(Bookshelf.coaches.prefix(2)), hold: 10)
    try await scene.sendNext()
    try await accept("Anna Berg", scene)
    try await setDate(scene, isConfirmed: false)
    try await scene.site.run { browser in
      let program = try await APIProgram(browser)
      let place = "parties/\(scene.party)/date"
      let held = try await program.send(.put, place, "{}")
      #expect(held.status == 202, "\(held.json)")
      #expect(try await browser.signedIn().get(.date(scene.party)).contains(Path.heldAct(scene.party).text))
      let confirmed = {
        try await scene.services.database.read { [party = scene.party] in
          try PartyStore(connection: $0).party(party).confirmedAt != nil
        }
      }
      #expect(try await !confirmed())
      scene.site.advance(seconds: 11)
      #expect(try await HeldActs(services: scene.services).finishDue().count == 1)
      #expect(try await confirmed())
      #expect(try await program.send(.put, place, "{}").status == 200, "what is asked for is done")
    }
  }

  @Test("A known path answers 405 to whatever other method, and an unknown one 404, both as JSON")
  func methods() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let program = try await APIProgram(browser)
      for name in ["PATCH", "QUERY", "PROPFIND", "BREW"] {
        let method = try #require(HTTPRequest.Method(rawValue: name))
        for path in ["people", "parties/0192f0c1-2345-7abc-8def-0123456789ab/guests"] {
          let answer = try await program.send(method, path)
          #expect(answer.status == 405 && answer.json["error"] as? String == "methodNotAllowed", "\(name) \(path)")
        }
        #expect(try await program.send(method, "nothing").status == 404)
      }
      let unknown = try await program.send(.get, "people/1/2/3")
      #expect(unknown.status == 404 && unknown.json["error"] as? String == "notFound")
    }
  }
}
