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

@Suite struct GalleryTests {
  @Test(
    "Every page renders all of its samples in both languages, without a missing string", arguments: Language.allCases)
  func rendering(_ language: Language) async throws {
    let site = try await TestSite()
    let drawn = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../../Sources/House/Public/img/icons.svg")
    let icons = try String(contentsOf: drawn, encoding: .utf8)
    let frame = Frame(
      phrases: site.services.phrases(language), assets: site.services.assets, location: "/", hostName: "Miriam Sander")
    for (name, html) in Gallery.documents(frame) {
      #expect(!html.contains("⟦"), "\(name): \(html.firstMatch(of: /⟦[^⟧]*⟧/)?.0 ?? "")")
      #expect(html.matches(of: /<h1[ >]/).count == 1, "\(name) has one main heading")
      #expect(!html.contains(" style="), "\(name) has no inline style")
      // Text for a module to fill in is in an attribute of its own.
      let filled = html.replacing(/data-(text|pattern|copied)="[^"]*"/, with: "")
      #expect(!filled.contains(/\{[a-zA-Z]+\}/), "\(name): \(filled.firstMatch(of: /.{20}\{[a-zA-Z]+\}/)?.0 ?? "")")
      for icon in html.matches(of: /icons[^"#]*\.svg#([a-z0-9-]+)"/).map({ String($0.1) }) {
        #expect(icons.contains("id=\"\(icon)\""), "\(name) shows an icon that nobody drew: \(icon)")
      }
      let ids = html.matches(of: /\ id="([^"]+)"/).map { String($0.1) }
      #expect(Set(ids).count == ids.count, "\(name) repeats an id: \(ids.sorted())")
    }
  }
}
