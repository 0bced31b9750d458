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

@Suite struct ProgrammeRoutesTests {
  @Test("The usual arc is shown until the host chooses another")
  func preset() async throws {
    let scene = try await FloorScene()
    try await scene.site.run { browser in
      let host = try await browser.signedIn()
      #expect(try await host.get(.programme(scene.party)).contains("Zusammen 60 Minuten"))
      let taken = try await host.post(.programme(scene.party), form([]) + [("preset", "90")])
      #expect(taken.location?.hasPrefix(Path.programme(scene.party).text) == true)
      #expect(try await host.get(.programme(scene.party)).contains("Zusammen 90 Minuten"))
      #expect(try await host.post(.programme(scene.party), form([]) + [("preset", "7")]).status == 400)
    }
    #expect(try await scene.floor().shown.programme == Programme.preset(minutes: 90).parts)
  }

  @Test("Parts are saved in order, and moved and removed by a press")
  func rows() async throws {
    let scene = try await FloorScene()
    let parts = [("arrivals", "5", ""), ("mingling", "20", "Am Tresen"), ("close", "10", "")]
    try await scene.site.run { browser in
      let host = try await browser.signedIn()
      _ = try await host.post(.programme(scene.party), form(parts))
      #expect(try await kinds(scene) == [.arrivals, .mingling, .close])
      _ = try await host.post(.programme(scene.party), form(parts) + [("change", "up.2")])
      #expect(try await kinds(scene) == [.arrivals, .close, .mingling])
      _ = try await host.post(.programme(scene.party), form(parts) + [("change", "out.0")])
      #expect(try await kinds(scene) == [.mingling, .close])
      let page = try await host.get(.programme(scene.party))
      #expect(page.contains("Am Tresen"))
    }
  }

  @Test("A problem is shown at its field, and the input stays", arguments: ["0", "181", "viele", ""])
  func errors(_ minutes: String) async throws {
    let scene = try await FloorScene()
    try await scene.site.run { browser in
      let host = try await browser.signedIn()
      let page = try await host.post(.programme(scene.party), form([("arrivals", minutes, "Erst mal da sein")]))
      #expect(page.status == 422)
      #expect(page.contains("minutes.0-error") && page.contains("Erst mal da sein"))
      #expect(try await host.post(.programme(scene.party), form([])).status == 422)
      #expect(try await host.post(.programme(scene.party), form([("dancing", "5", "")])).status == 400)
    }
    #expect(try await scene.count("SELECT count(*) AS n FROM floor_event WHERE party_id = \(scene.party)") == 0)
  }

  @Test("Once the evening runs, parts that are over stay as they were")
  func running() async throws {
    let scene = try await FloorScene()
    let floor = try await scene.floor()
    try await scene.site.run { browser in
      let host = try await browser.signedIn()
      _ = try await host.post(.programme(scene.party), form([("arrivals", "5", ""), ("mingling", "20", "")]))
      try await floor.request(.nextPart(index: nil), by: .host)
      try await floor.request(.nextPart(index: nil), by: .host)
      let page = try await host.post(.programme(scene.party), form([("close", "5", ""), ("mingling", "20", "")]))
      #expect(page.status == 422 && page.contains("Was vorbei ist, bleibt"))
      _ = try await host.post(
        .programme(scene.party), form([("arrivals", "5", ""), ("mingling", "25", ""), ("close", "5", "")]))
      #expect(try await kinds(scene) == [.arrivals, .mingling, .close])
    }
  }

  @Test("The number of places at a table takes effect on the floor")
  func tableLimit() async throws {
    let scene = try await FloorScene()
    try await scene.site.run { browser in
      let host = try await browser.signedIn()
      _ = try await host.post(.programme(scene.party), form([("mingling", "20", "")], limit: "6"))
      #expect(try await host.post(.programme(scene.party), form([("mingling", "20", "")], limit: "7")).status == 400)
    }
    #expect(try await scene.floor().shown.setup.tableLimit == 6)
  }

  @Test("Long introductions of many people are pointed out, and a press moves them to the tables")
  func introductions() async throws {
    let scene = try await FloorScene(guests: 14)
    let parts = [("introductions", "30", ""), ("mingling", "20", "")]
    try await scene.site.run { browser in
      let host = try await browser.signedIn()
      _ = try await host.post(.programme(scene.party), form(parts))
      let page = try await host.get(.programme(scene.party))
      #expect(page.contains("Bei 15 Gästen") && page.contains("30 Minuten") && page.contains("tables.0"))
      _ = try await host.post(.programme(scene.party), form(parts) + [("change", "tables.0")])
      let after = try await host.get(.programme(scene.party))
      #expect(!after.contains("Bei 15 Gästen"))
    }
    #expect(try await kinds(scene) == [.tableIntroductions, .mingling])
  }

  @Test(
    "A link to another system is taken, kept and shown to nobody before the door; one that is none is said to be so")
  func meeting() async throws {
    let scene = try await FloorScene()
    let parts = [("arrivals", "5", "")]
    let link = "https://meet.example.org/party"
    try await scene.site.run { browser in
      let host = try await browser.signedIn()
      let refused = try await host.post(.programme(scene.party), form(parts) + [("meeting", "http://meet.example.org")])
      #expect(refused.status == 422 && refused.contains("meeting-error") && refused.contains("http://meet.example.org"))
      _ = try await host.post(.programme(scene.party), form(parts) + [("meeting", link)])
      #expect(try await host.get(.programme(scene.party)).contains(link))
      let guest = try await scene.guests()[0].guest
      let token = scene.services.personalToken(guest.id, number: guest.linkNumber)
      for path in [Path.personal(token), .floor(token)] {
        let page = try await browser.get(path)
        #expect(!page.contains(link))
      }
      #expect(try await browser.get(.floor(token)).contains("floor-elsewhere"))
    }
    #expect(try await scene.floor().shown.setup.meeting == link)
  }

  @Test("Addresses are hidden if there is a relay; without one nobody could be reached")
  func addresses() async throws {
    for hasRelay in [true, false] {
      let scene = try await FloorScene { settings in
        if hasRelay { settings.turn = .init(urls: ["turn:turn.example:3478"], secret: "s") }
      }
      try await scene.site.run { browser in
        let host = try await browser.signedIn()
        #expect(try await host.get(.programme(scene.party)).contains("hidesAddresses") == hasRelay)
        _ = try await host.post(.programme(scene.party), form([("arrivals", "5", "")]) + [("hidesAddresses", "1")])
      }
      let floor = try await scene.floor()
      #expect(await floor.shown.setup.hidesAddresses == hasRelay)
      let visitor = await Visitor(.host, at: floor).hello()
      #expect(visitor.socket.welcome?.relayOnly == (hasRelay ? true : nil))
    }
  }

  private func form(_ parts: [(String, String, String)], limit: String = "4") -> [(String, String)] {
    parts.enumerated().flatMap { place, part in
      [("kind.\(place)", part.0), ("minutes.\(place)", part.1), ("title.\(place)", part.2)]
    } + [("tableLimit", limit)]
  }

  private func kinds(_ scene: FloorScene) async throws -> [Programme.Kind] {
    let programme = try await scene.services.database.read { [party = scene.party] in
      try PartyStageStore(connection: $0).programme(of: party)
    }
    return programme?.parts.map(\.kind) ?? []
  }
}
