import Core
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

@Suite("The automatic door")
struct DoorOpeningTests {
  @Test("It opens at the party's time if the host wants that, and not before; guests read which it is")
  func itself() async throws {
    let scene = try await FloorScene()
    let guest = try await scene.guests()[0].guest
    let path = scene.services.links(for: guest).personalPath
    try await scene.site.run { browser in
      let host = try await browser.signedIn()
      #expect(try await browser.get(path).contains("\(scene.site.host.name) öffnet die Tür"))
      let saved = try await host.post(.doorOpening(scene.party), [("itself", "1"), ("back", "programme")])
      #expect(saved.location == Path.programme(scene.party).text + "?saved=programme")
      #expect(try await browser.get(path).contains("Zur verabredeten Zeit geht die Tür auf."))
      #expect(try await host.get(.programme(scene.party)).contains("Dann geht die Tür von selbst auf"))
    }
    try await tick(scene, after: 3599)
    #expect(try await stage(scene) == .scheduled)
    try await tick(scene, after: 1)
    #expect(try await stage(scene) == .open)
    let floor = try await scene.floor()
    #expect(await floor.shown.doors == .open)
    try await scene.site.run { browser in
      let page = try await browser.get(path)
      #expect(page.contains("Die Tür ist offen"))
    }
  }

  @Test("A door the host opens stays closed past the time, and the guest's page says why")
  func closed() async throws {
    let scene = try await FloorScene()
    try await tick(scene, after: 3700)
    #expect(try await stage(scene) == .scheduled)
    let guest = try await scene.guests()[0].guest
    try await scene.site.run { browser in
      let page = try await browser.get(scene.services.links(for: guest).personalPath)
      #expect(page.contains("\(scene.site.host.name) hat die Tür noch nicht geöffnet"))
    }
  }

  @Test("Another host can't change it, and removing the tick closes it again")
  func others() async throws {
    let scene = try await FloorScene()
    let stranger = try await scene.site.addHost("jonas@example.net")
    try await scene.site.run { browser in
      let other = try await browser.signedIn(as: stranger)
      #expect(try await other.post(.doorOpening(scene.party), [("itself", "1")]).status == 404)
      let host = try await browser.signedIn()
      _ = try await host.post(.doorOpening(scene.party), [("itself", "1"), ("back", "party")])
      #expect(try await host.get(.party(scene.party)).contains("name=\"itself\" value=\"1\" checked"))
      #expect(
        try await host.post(.doorOpening(scene.party), [("back", "party")]).location == Path.party(scene.party).text)
    }
    try await tick(scene, after: 3600)
    #expect(try await stage(scene) == .scheduled)
  }

  private func tick(_ scene: FloorScene, after seconds: Double) async throws {
    scene.site.advance(seconds: seconds)
    try await DoorOpening(services: scene.services).tick(at: scene.site.now)
  }

  private func stage(_ scene: FloorScene) async throws -> PartyStage {
    try await scene.services.database.read { [party = scene.party] in try PartyStore(connection: $0).party(party).stage
    }
  }
}
