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

/// A sum that exceeds the largest number ends the process, so these tests fail by not returning.
@Suite("The extremes of numbers")
struct ExtremeNumbersTests {
  static let extremes = [
    String(Int.max), String(Int.min), "9223372036854775808", "1e400", "NaN", String(Int32.max), "-1",
  ]

  @Test("In any field of any form they get an answer below 500, and the program goes on", arguments: extremes)
  func forms(extreme: String) async throws {
    let scene = try await HonourScene()
    let routes = try await Self.routes(scene)
    // Forms with a number come first, since others may cancel or end their subjects.
    let forms = SampleForm.all(scene.services).filter { !$0.action.hasPrefix("/sign-out") }
      .sorted { $0.hasNumber && !$1.hasNumber }
    #expect(forms.count > 40)
    try await scene.site.run { browser in
      let host = try await browser.signedIn()
      for form in forms {
        guard let path = routes(form.action) else { continue }
        for place in form.fields.indices {
          let fields = form.fields.enumerated().map { ($1.name, $0 == place ? extreme : $1.value) }
          let page = try await host.post(path, fields)
          #expect(page.status < 500, "\(path) with \(form.fields[place].name)=\(extreme)")
        }
      }
      #expect(try await host.get("/healthz").status == 200)
    }
  }

  @Test("In any link's query they get an answer below 500", arguments: extremes)
  func queries(extreme: String) async throws {
    let site = try await TestSite()
    let places = try await Places(site: site)
    try await site.run { browser in
      let host = try await browser.signedIn()
      for path in places.routes.filter({ $0.method == .get }).map(\.path) + ["/people", "/parties", "/circles", "/"] {
        let query = ["page", "rejected", "number", "from", "part", "step", "round"].map { ($0, extreme) }
        let text = query.formText
        #expect(try await host.get(path + "?" + text).status < 500, "\(path)")
      }
    }
  }

  @Test("A number is accepted only within its range, whoever writes it")
  func typed() {
    #expect(Int(typed: "7", in: 1...10) == 7)
    for text in Self.extremes + ["", " 7", "7.0", "11", "0"] { #expect(Int(typed: text, in: 1...10) == nil, "\(text)") }
    #expect(Form(["seats": ["50"]]).number("seats", in: 1...50) == 50)
    #expect(Form(["seats": ["51"]]).number("seats", in: 1...50) == nil)
  }

  /// Maps a sample's action to what is in the database, by the route's names for its ids.
  private static func routes(_ scene: HonourScene) async throws -> @Sendable (String) -> String? {
    let places = try await Places(site: scene.site, people: [Bookshelf.Somebody(name: "Hanna Blum")])
    let own = [
      "party": scene.party.description, "guest": scene.guest.description, "circle": scene.circle.circle.description,
      "token": scene.token.text, "link": scene.token.text,
    ]
    let ids = places.ids.merging(own) { $1 }
    let patterns = buildRouter(scene.services).routes.filter { $0.method == .post }
      .map { $0.path.description.split(separator: "/") }
    return { @Sendable action in
      let segments = action.split(separator: "#")[0].split(separator: "?")[0].split(separator: "/")
      let pattern = patterns.first { pattern in
        pattern.count == segments.count && zip(pattern, segments).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
      }
      return pattern.map { pattern in
        "/"
          + pattern.map { ids[String($0.dropFirst().dropLast())] ?? ($0.hasPrefix("{") ? "x" : String($0)) }.joined(
            separator: "/")
      }
    }
  }
}

extension SampleForm {
  fileprivate var hasNumber: Bool { fields.contains { Int($0.value) != nil } }
}
