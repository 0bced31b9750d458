import Core
import Foundation
import HTTPTypes
import Hummingbird
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

@Suite struct FloorRoutesTests {
  @Test("From the personal page the door is one link away, once there is a date")
  func door() async throws {
    let scene = try await FloorScene()
    let token = try await token(scene)
    try await scene.site.run { browser in
      let page = try await browser.get(.personal(token))
      #expect(page.contains(Path.floor(token).text) && page.contains("Zur Tür"))
      let room = try await browser.get(.floor(token))
      #expect(room.status == 200 && room.contains(Path.floorSocket(token).text))
    }
  }

  @Test("Looking at the floor changes nothing")
  func looking() async throws {
    let scene = try await FloorScene()
    let token = try await token(scene)
    try await scene.site.run { browser in
      let host = try await browser.signedIn()
      _ = try await host.get(.home)
      let before = try await scene.site.dump()
      for path in [Path.floor(token), .personal(token)] { #expect(try await browser.get(path).status == 200) }
      for path in [Path.floor(scene.party), .programme(scene.party)] {
        #expect(try await host.get(path).status == 200)
      }
      #expect(try await scene.site.dump() == before)
    }
  }

  @Test(
    "Before there is a date and after the evening there is no floor",
    arguments: [PartyStage.inviting, .ended, .closed, .cancelled])
  func stages(_ stage: PartyStage) async throws {
    let scene = try await FloorScene()
    let token = try await token(scene)
    try await scene.services.database.write { [party = scene.party] in
      try $0.execute("UPDATE party SET state = \(stage.rawValue) WHERE id = \(party)")
    }
    try await scene.site.run { browser in
      #expect(try await browser.get(.floor(token)).location == Path.personal(token).text)
      let personal = try await browser.get(.personal(token))
      #expect(!personal.contains(Path.floor(token).text))
      let host = try await browser.signedIn()
      #expect(try await host.get(.floor(scene.party)).location == Path.party(scene.party).text)
      #expect(try await host.post(.doors(scene.party), [("state", "open")]).status == 409)
      #expect(try await host.post(.farewell(scene.party)).status == 409)
    }
  }

  @Test("A guest who has declined finds no door")
  func declined() async throws {
    let scene = try await FloorScene()
    let token = try await token(scene)
    try await scene.site.run { browser in
      _ = try await browser.post(.reply(token), [("answer", "no")])
      #expect(try await browser.get(.floor(token)).location == Path.personal(token).text)
    }
  }

  @Test("Only the room's page may ask for camera and microphone, and only it names its socket")
  func headers() async throws {
    let scene = try await FloorScene()
    let token = try await token(scene)
    let policy = try #require(HTTPField.Name("Permissions-Policy"))
    try await scene.site.run { browser in
      let room = try await browser.get(.floor(token)).headers
      #expect(room[policy]?.contains("camera=(self), microphone=(self), display-capture=(self)") == true)
      #expect(room[.contentSecurityPolicy]?.contains("connect-src 'self' ws://") == true)
      #expect(room[.contentSecurityPolicy]?.contains("unsafe") == false)
      let personal = try await browser.get(.personal(token)).headers
      #expect(personal[policy]?.contains("camera=(), microphone=(), display-capture=()") == true)
      #expect(personal[.contentSecurityPolicy]?.contains("ws") == false)
    }
  }

  @Test("The host opens the doors, and with them the party; and ends it")
  func doors() async throws {
    let scene = try await FloorScene()
    try await scene.site.run { browser in
      let host = try await browser.signedIn()
      let opened = try await host.post(.doors(scene.party), [("state", "open")])
      #expect(opened.location == Path.floor(scene.party).text)
      #expect(try await scene.shelf.party(scene.party).stage == .open)
      #expect(try await host.get(.party(scene.party)).contains(Path.floor(scene.party).text))
      #expect(try await host.post(.doors(scene.party), [("state", "ajar")]).status == 400)
      #expect(try await host.post(.farewell(scene.party)).location == Path.party(scene.party).text)
      #expect(try await scene.shelf.party(scene.party).stage == .ended)
    }
  }

  @Test("Nobody can open a socket without a link, or with a request that doesn't ask for one")
  func socket() async throws {
    let scene = try await FloorScene()
    let token = try await token(scene)
    try await scene.site.run { browser in
      let unknown = try await browser.get("/g/\(String(repeating: "x", count: 22))/floor/socket")
      #expect(unknown.status == 404)
      let host = try await browser.get(Path.floorSocket(scene.party))
      #expect(host.location == Path.signIn.text)
      let plain = try await browser.get(Path.floorSocket(token))
      #expect(plain.status == 400)
    }
    #expect(try await scene.count("SELECT count(*) AS n FROM floor_event WHERE party_id = \(scene.party)") == 0)
  }

  @Test("A replaced link closes the page it opened")
  func replaced() async throws {
    let scene = try await FloorScene()
    let (_, guests) = try await inside(scene)
    try await scene.site.run { browser in
      let host = try await browser.signedIn()
      let guest = try await scene.guests()[0].guest.id
      _ = try await host.post(.guestLink(scene.party, guest))
    }
    #expect(guests[0].socket.code == 4001)
    #expect(await guests[0].floor.shown.people[guests[0].who]?.presence == .left)
  }

  @Test("Somebody who accepts while the floor is open can come in")
  func late() async throws {
    let scene = try await FloorScene()
    let token = try await token(scene)
    try await scene.site.run { browser in _ = try await browser.post(.reply(token), [("answer", "no")]) }
    let (host, guests) = try await inside(scene)
    #expect(guests.count == 4, "the fourth was not known")
    try await scene.site.run { browser in _ = try await browser.post(.reply(token), [("answer", "yes")]) }
    let id = try await scene.ids()[0]
    let floor = try await scene.services.floors.floor(of: scene.party, for: id, scene.services)
    let late = await Visitor(id, at: floor).enter()
    #expect(late.socket.welcome != nil)
    #expect(await floor.shown.people[id]?.presence == .inside)
    #expect(host.socket.code == 1012, "the others come back to the new floor")
  }

  private func token(_ scene: FloorScene) async throws -> Token {
    let guest = try await scene.guests()[0].guest
    return scene.services.personalToken(guest.id, number: guest.linkNumber)
  }
}
