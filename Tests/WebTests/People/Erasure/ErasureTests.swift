import Core
import Database
import Foundation
import TestDatabases
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

@Suite struct ErasureTests {
  private static let canary = Bookshelf.Somebody(
    name: "Quirina Zweigelt-Übelhör", email: "quirina.zweigelt@canary.example", topics: ["Kanarienvögel"])
  /// As they were written, and as they stand in indexes.
  private static let traces = [
    "Quirina", "Zweigelt", "Übelhör", "quirina", "zweigelt", "übelhör", "ubelhor", "canary.example",
  ]

  @Test("Not a byte of an erased person is in the data folder: not in database, log, drafts or uploads")
  func canary() async throws {
    let scene = try await WaveScene(people: [Self.canary] + Bookshelf.coaches, hasServer: false)
    try await scene.crowd()
    try await scene.sendNext(by: .hand)
    try await DraftFolder(services: scene.services).file(scene.party, of: scene.site.host)
    let guest = try await scene.guest(Self.canary.name)
    try await scene.live(as: guest)
    try await scene.site.run { browser in
      let host = try await browser.signedIn()
      let list = "Name;E-Mail\n\(Self.canary.name);\(Self.canary.email ?? "")\nUdo Lang;udo@example.org\n"
      try await host.bring(list + ";nur \(Self.canary.email ?? "") kaputt@@\n", name: "alt.csv")
      let second = "Neu Hier;neu@example.org, \(Self.canary.email ?? "")\n"
      _ = try await host.upload(list + second, name: "neu.csv")
      await host.work()
      let remarks = try await scene.services.database.read {
        try $0.count("SELECT count(*) AS n FROM import_row WHERE status = 'person' AND problem LIKE '%@%'")
      }
      #expect(remarks == 1, "what was left out of another's row names them")
      #expect(try scene.found(Self.traces).count > 2)

      #expect(try await host.post(.personErasure(guest.guest.person)).status == 303)
      #expect(try scene.found(Self.traces) == [])
      // Everything of other people is still there. With a server it is not in the folder.
      if TestDatabase.server == nil { #expect(try scene.found(["Anna Berg"]).count > 1) }
      #expect(try await scene.mails().filter { $0.kind == .letter }.count == Bookshelf.coaches.count)
      #expect(try await scene.mails().filter { $0.kind == .letter }.allSatisfy { !$0.text.isEmpty })
    }
  }

  @Test(
    "News for the host goes with the guest it is about; a summary that names them is blanked, and does not leave any more"
  )
  func mailOfOthers() async throws {
    let scene = try await WaveScene(people: [Self.canary] + Bookshelf.coaches)
    try await scene.sendNext()
    let (guest, other) = (try await scene.guest(Self.canary.name), try await scene.guest("Anna Berg"))
    try await scene.live(as: guest)
    let host = scene.site.host
    let person = guest.guest.person
    let traces = try await scene.services.database.write {
      try PersonErasure(connection: $0).erase(person, of: host.id)
    }
    let needles = try #require(traces).needles
    for form in ["Quirina Zweigelt-Übelhör", "quirina zweigelt-ubelhor", "quirina ubelhor zweigelt"] {
      #expect(needles.contains(form), "so the file is rewritten where a page has kept it")
    }
    let mails = try await scene.mails()
    #expect(!mails.contains { $0.kind == .notice })
    let summary = try #require(mails.first { $0.kind == .summary })
    #expect(summary.guest == other.guest.id && summary.state == .cancelled && summary.text.isEmpty)
  }

  @Test(
    "The text of a mail goes thirty days after a server took it; that it was sent stays, and the page shows the letter")
  func blanked() async throws {
    let scene = try await WaveScene()
    try await scene.sendNext()
    try await scene.drain(FakeTransport())
    scene.site.advance(days: 29.9)
    try await Retention(services: scene.services).eraseWhatIsDue()
    #expect(try await scene.mails().allSatisfy { !$0.text.isEmpty })
    scene.site.advance(days: 0.2)
    try await Retention(services: scene.services).eraseWhatIsDue()
    let mails = try await scene.mails()
    #expect(mails.allSatisfy { $0.text.isEmpty && $0.html.isEmpty && $0.state == .sent && !$0.recipient.isEmpty })
    try await scene.site.run { browser in
      let host = try await browser.signedIn()
      for mail in mails {
        #expect(try await host.get(.outboxMail(scene.party, mail.id)).contains("nicht mehr gespeichert"))
        #expect(try await host.get(.outboxDraft(scene.party, mail.id)).status == 404)
      }
      let guest = try await scene.guest("Anna Berg").guest
      #expect(try await browser.get(scene.services.links(for: guest).personalPath).contains("class=\"letter"))
    }
  }
}

extension WaveScene {
  /// Enough people for rows of the database to move from page to page.
  fileprivate func crowd() async throws {
    let people = (0..<400).map { Bookshelf.Somebody(name: "Person \($0) Muster", topics: ["Thema \($0 % 7)"]) }
    _ = try await shelf.add(people, named: "Südkongress")
  }

  /// Everything that somebody leaves behind at a party.
  fileprivate func live(as known: KnownGuest) async throws {
    let (services, party, host, now) = (services, party, site.host, site.now)
    let other = try await guest("Anna Berg")
    let (who, name) = (known.guest.participant, known.name)
    try await services.database.write { connection in
      let stored = try PartyStore(connection: connection).party(party)
      var guest = known.guest
      (guest.wishes, guest.card.name, guest.card.email) = ("Mehr von \(name)", name, known.email)
      try GuestStore(connection: connection).update(guest)
      try connection.execute(
        "INSERT INTO participant (party_id, id, guest_id, name, arrived_at) VALUES (\(party), \(who), \(who), \(name), \(now))"
      )
      let profile = Participant.Profile(name: name, line: "", drink: "")
      try FloorEventStore(connection: connection).append(
        [Change(number: 1, at: Moment(now), event: .arrived(who: who, profile: profile, mode: .voice, leavesAt: nil))],
        to: party)
      let postbox = Postbox(services: services)
      try postbox.post(
        postbox.notice(.waiting(name: name), key: "waiting", party: stored, host: host, about: guest.id), connection)
      try postbox.post(
        postbox.notice(.proposal(names: ["Udo Lang", name]), key: "proposal", party: stored, host: host), connection)
      let text = "Sie sprachen mit\n\(name.replacing(" ", with: "\n")), Anna und Bruno."
      var summary = postbox.mail(
        Letter(subject: "Mit \(name)", blocks: [.paragraph([.text(text)])]), kind: .summary, key: "summary",
        guest: other, party: stored, host: host)
      summary.text = text
      try postbox.post(summary, connection)
    }
    if services.settings.smtp == nil {
      try await services.outboxDrain(.all).run()
    }
  }

  /// Files of the data folder that contain one of these, whatever kind they are.
  fileprivate func found(_ needles: [String]) throws -> [String] {
    let folder = services.settings.data
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.isRegularFileKey])
    return (files?.compactMap { $0 as? URL } ?? []).filter { file in
      guard let bytes = try? Data(contentsOf: file) else { return false }
      return needles.contains { bytes.range(of: Data($0.utf8)) != nil }
    }.map(\.lastPathComponent)
  }
}
