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

@Suite("Somebody erased whom other people's rows name")
struct ErasedBesideOthersTests {
  private static let canary = Bookshelf.Somebody(
    name: "Quirina Zweigelt", email: "quirina@canary.example", topics: ["X"])

  private func erase(_ name: String, of site: TestSite) async throws {
    try await site.services.database.write { [host = site.host.id] connection in
      let person = try connection.rows("SELECT id FROM person WHERE name = \(name)") {
        try $0.get("id", as: PersonID.self)
      }[0]
      _ = try PersonErasure(connection: connection).erase(person, of: host)
    }
  }

  private func found(_ site: TestSite) async throws -> [String] {
    try await site.dump().filter { _, rows in
      rows.joined().contains { value in
        let text = "\(value)".lowercased()
        return text.contains("canary.example") || text.contains("quirina")
      }
    }.keys.sorted()
  }

  @Test("Their mail to another guest's address goes, and their address where another's calendar or a server named it")
  func mail() async throws {
    let scene = try await WaveScene(people: [Self.canary] + Bookshelf.coaches)
    let other = try await scene.guest("Anna Berg").guest.id
    let rows: [(GuestMail.Kind, String, String, String)] = [
      (.words, "Quirina Zweigelt", "q@elsewhere.example", ""), (.words, "", "QUIRINA@canary.example", ""),
      (.delegation, "Anna Berg", "anna@example.org", "quirina@canary.example"),
      (.bounce, "", "", "anna@example.org"), (.words, "Anna Berg", "anna@example.org", ""),
    ]
    try await scene.services.database.write { [services = scene.services, now = scene.site.now] connection in
      for (kind, name, sender, detail) in rows {
        try GuestMailStore(connection: connection).add(
          GuestMail(
            id: services.newID(), guest: other, receivedAt: now, kind: kind, senderName: name, sender: sender,
            subject: "", said: kind == .bounce ? "Final-Recipient: rfc822; quirina@canary.example" : "Gern!",
            quoted: "Sie sprachen mit Quirina\n> Zweigelt.", detail: detail))
      }
    }
    try await erase(Self.canary.name, of: scene.site)
    #expect(try await found(scene.site) == [])
    let left = try await scene.services.database.read { try GuestMailStore(connection: $0).mails(of: other) }
    #expect(
      left.count == 3 && left.allSatisfy { $0.kind == .bounce || $0.senderName == "Anna Berg" && $0.said == "Gern!" })
  }

  @Test(
    "Nor does a list keep them: not as the sample that a preview shows, in whatever shape, nor as the name of a file",
    arguments: [
      ("list.csv", "Nachname;Vorname;Firma\nZweigelt;Quirina;Nordwerk\nLang;Udo;Nordwerk\nKurz;Ute;Nordwerk"),
      ("list.csv", "Vorname;Nachname;Titel\nQuirina;Zweigelt;Dr.\nUdo;Lang;\nUte;Kurz;Dr."),
      ("list.csv", "Name;Firma\nZweigelt, Quirina;Nordwerk\nLang, Udo;Nordwerk\nKurz, Ute;Nordwerk"),
      (
        "Dr. Quirina Zweigelt.vcf",
        "BEGIN:VCARD\nVERSION:3.0\nN:Zweigelt;Quirina;;Dr.;\nFN:Dr. Quirina Zweigelt\nEND:VCARD"
      ),
      ("zweigelt_quirina.vcf", "BEGIN:VCARD\nVERSION:3.0\nN:Zweigelt;Quirina;;;\nFN:Quirina Zweigelt\nEND:VCARD"),
    ])
  func lists(file: String, text: String) async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let host = try await browser.signedIn()
      let unnamed = [("kind", "none"), ("occasionName", ""), ("source", "addressBook"), ("list", "")]
      try await host.bring(text, name: file, fields: unnamed)
      _ = try await host.upload(text, name: file)
      await host.work()
      let person = try await site.services.database.read {
        try $0.rows("SELECT id FROM person WHERE name LIKE '%Quirina Zweigelt'") { try $0.get("id", as: PersonID.self) }
      }
      #expect(try await host.post(.personErasure(try #require(person.first))).status == 303)
    }
    #expect(try await found(site) == [])
    #expect(try await site.dump()["import"]?.count == 2)
  }

  @Test("News that names them goes for the second host, too, even if they have no place at the party any more")
  func secondHost() async throws {
    let scene = try await WaveScene(people: [Self.canary] + Bookshelf.coaches)
    let other = try await scene.site.addHost("jonas.wirth@example.net")
    try await scene.services.database.write { [services = scene.services, site = scene.site] connection in
      let party = try PartyStore(connection: connection).party(scene.party)
      let postbox = Postbox(services: services)
      for host in [site.host, other] {
        let notice = HostNotice.proposal(names: ["Udo Lang", Self.canary.name])
        try postbox.post(postbox.notice(notice, key: "p\(host.id)", party: party, host: host), connection)
      }
      try connection.execute(
        "DELETE FROM guest WHERE person_id IN (SELECT id FROM person WHERE name = \(Self.canary.name))")
    }
    let id = try await scene.services.database.read {
      try $0.rows("SELECT id FROM person WHERE name = \(Self.canary.name)") { try $0.get("id", as: PersonID.self) }[0]
    }
    try await scene.site.run { browser in
      let host = try await browser.signedIn()
      #expect(try await host.post(.personErasure(id)).status == 303)
    }
    #expect(try await found(scene.site) == [])
  }

  @Test("They answer for no guest of honour any more, and their link for that ends")
  func assistant() async throws {
    let scene = try await HonourScene()
    _ = try await Bookshelf(site: scene.site).add([Self.canary], named: "Kongress")
    try await scene.site.run { browser in
      let named = try await browser.post(
        .assistantName(scene.token), [("assistantName", Self.canary.name), ("assistantEmail", Self.canary.email ?? "")])
      #expect(named.status == 303)
    }
    #expect(try await found(scene.site).contains("honour"))
    try await erase(Self.canary.name, of: scene.site)
    #expect(try await found(scene.site) == [])
    #expect(try await scene.honour()?.assistant == nil)
  }
}
