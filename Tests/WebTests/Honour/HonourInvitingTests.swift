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

@Suite struct HonourInvitingTests {
  @Test("Each sentence of the letter can be reworded; an empty one is ours again, and a sent one stays")
  func sentences() async throws {
    let scene = try await HonourScene(isWritten: false)
    try await scene.site.run { browser in
      let host = try await browser.signedIn()
      let before = try await host.get(.honour(scene.party))
      #expect(before.contains("name=\"sentence-circle\"") && before.contains("name=\"sentence-farewell\""))
      let own = HonourSentence.allCases.map { ($0.field, "Mein \($0.rawValue)-Satz.") }
      #expect(try await host.post(.honourSentences(scene.party), own).status == 303)
      let page = try await host.get(.honour(scene.party))
      for (name, words) in own {
        let said = name == "sentence-salutation" ? "Mein salutation-Satz, " : words
        #expect(page.contains(said), "\(name)")
      }
      let long = try await host.post(
        .honourSentences(scene.party),
        [("sentence-time", String(repeating: "lang ", count: 200)), ("sentence-circle", "Nur das.")])
      #expect(long.status == 422 && long.contains("sentence-time-error") && long.contains("Nur das."))
      #expect(try await host.post(.honourSentences(scene.party), [("sentence-opening", "Guten Abend.")]).status == 303)
      let last = try await host.get(.honour(scene.party))
      #expect(last.contains("Guten Abend.") && !last.contains("Mein circle-Satz."))
      #expect(try await host.post(.honourLetter(scene.party), [("way", "mail")]).status == 303)
      #expect(try await scene.mails().last?.text.contains("Guten Abend.") == true)
      #expect(try await host.post(.honourSentences(scene.party), own).status == 404)
    }
  }

  @Test("An earned guest of honour is invited from the circle's page, and the letter leaves as it was shown")
  func earned() async throws {
    let scene = try await CircleScene()
    let party = try await scene.nextEvening(stage: .inviting)
    try await scene.site.run { browser in
      let host = try await browser.signedIn()
      let circle = try await host.get(.circle(scene.circle))
      #expect(circle.contains(Path.circleHonour(scene.circle).text))
      let why = try await host.get(.circleHonour(scene.circle))
      #expect(why.contains("Der Runde fehlt jemand") && why.contains(Path.honour(party).text))
      let saved = try await host.post(.honour(party), HonourScene.fields)
      #expect(saved.status == 303)
      let page = try await host.get(.honour(party))
      for word in ["Dr. Ruth Aslan", "Ihr Haus hat es schon ausprobiert.", "15 Minuten", "Anna Berg"] {
        #expect(page.contains(word), "\(word)")
      }
      #expect(try await host.post(.honourLetter(party), [("way", "mail")]).status == 303)
      let honour = try await scene.services.database.read { try HonourStore(connection: $0).honour(of: party) }
      let guest = try #require(honour?.guest)
      let mail = try #require(try await scene.mails(to: guest).first)
      #expect(mail.kind == .letter && mail.recipient == "ruth.aslan@example.org")
      #expect(mail.text.contains("Ihr Haus hat es schon ausprobiert."))
    }
  }

  @Test("Until one is earned, the host reads why it is early, and only then may invite")
  func early() async throws {
    let scene = try await CircleScene(results: [.good])
    let party = try await scene.nextEvening(stage: .inviting)
    try await scene.site.run { browser in
      let host = try await browser.signedIn()
      #expect(try await host.get(.honour(party)).location == Path.circleHonour(scene.circle).text)
      #expect(try await host.get(.circleHonour(scene.circle)).contains("Warum wir davon abraten"))
      let refused = try await host.post(.honour(party), HonourScene.fields)
      #expect(refused.location == Path.circleHonour(scene.circle).text)
      #expect(try await host.post(.honour(party), HonourScene.fields + [("early", "1")]).status == 303)
      let seat = try await scene.services.database.read { try HonourStore(connection: $0).honour(of: party) }
      #expect(seat?.minutes == 15)
    }
  }

  @Test("The seat is on top of the party's: no wave, shortlist or journey counts it")
  func onTop() async throws {
    let scene = try await HonourScene()
    let facts = try await scene.services.database.read { [scene] in
      try JourneyStore(connection: $0).facts(scene.party, of: scene.site.host.id)
    }
    #expect(facts.guests.count == 5 && facts.honoured?.guest.id == scene.guest)
    #expect(facts.plan?.seatsHeld == 5)
    let everybody = try await scene.services.database.read { [party = scene.party] in
      try GuestStore(connection: $0).everybody(of: party)
    }
    #expect(everybody.contains { $0.guest.id == scene.guest })
    // A shortlist saved again keeps the seat; nobody is on both.
    let person = try await scene.known().guest.person
    await #expect(throws: AppError.self) {
      try await scene.services.database.write { [scene] connection in
        let party = try PartyStore(connection: connection).party(scene.party)
        try ShortlistStore(services: scene.services, connection: connection).apply(.choose, to: person, party: party)
      }
    }
    #expect(try await scene.honour() != nil)
  }

  @Test("Even with every seat taken the guest of honour finds theirs")
  func fullParty() async throws {
    let scene = try await HonourScene()
    try await scene.services.database.write { [party = scene.party] in
      try $0.execute("UPDATE party SET seats = 5 WHERE id = \(party)")
    }
    try await scene.site.run { browser in
      _ = try await browser.post(.reply(scene.token), [("answer", "yes")])
      #expect(try await scene.known().guest.invitation.state == .accepted)
    }
  }

  @Test("Nobody who wants no mail is asked, and no letter leaves without substance")
  func obstacles() async throws {
    let scene = try await HonourScene(stage: .draft, isWritten: false)
    try await scene.site.run { browser in
      let host = try await browser.signedIn()
      try await scene.services.database.write { [party = scene.party] in
        try $0.execute("UPDATE party SET question = '' WHERE id = \(party)")
      }
      #expect(try await host.post(.honourLetter(scene.party), [("way", "mail")]).status == 409)
      try await scene.services.database.write { [party = scene.party, now = scene.site.now] connection in
        try connection.execute("UPDATE party SET question = 'Was fehlt?' WHERE id = \(party)")
        try SuppressionStore(connection: connection).add("Ruth.Aslan@example.org", at: now)
      }
      #expect(try await host.post(.honourLetter(scene.party), [("way", "mail")]).status == 409)
      #expect(try await scene.mails().isEmpty)
    }
  }

  @Test("A slot outside the evening is refused beside its field")
  func outside() async throws {
    let scene = try await CircleScene()
    let party = try await scene.nextEvening(stage: .inviting)
    try await scene.site.run { browser in
      let host = try await browser.signedIn()
      for (begins, minutes) in [("50", "20"), ("-5", "20"), ("0", "4"), ("", "20"), ("0", "121")] {
        let fields = HonourScene.fields.filter { !["begins", "minutes"].contains($0.0) }
        let page = try await host.post(.honour(party), fields + [("begins", begins), ("minutes", minutes)])
        #expect(page.status == 422 && page.contains("aria-invalid"), "\(begins) \(minutes)")
        #expect(page.contains("Dr. Ruth Aslan"))
      }
    }
  }

  @Test("A guest who was asked and is taken back is told, and the seat is free for somebody else")
  func released() async throws {
    let scene = try await HonourScene()
    try await scene.services.database.write { [guest = scene.guest] in
      try $0.execute("UPDATE outbox SET state = 'sent' WHERE guest_id = \(guest)")
    }
    try await scene.site.run { browser in
      let host = try await browser.signedIn()
      _ = try await browser.post(.reply(scene.token), [("answer", "yes")])
      #expect(try await host.post(.honourWithdrawal(scene.party)).status == 303)
      #expect(try await scene.honour() == nil)
      let last = try #require(try await scene.mails().last)
      #expect(last.kind == .cancellation && last.calendarMethod == "CANCEL")
      #expect(last.calendar.contains("UID:\(scene.guest)"))
      let other = HonourScene.fields.filter { $0.0 != "email" && $0.0 != "name" }
      #expect(try await host.post(.honour(scene.party), other + [("name", "Ole Brand")]).status == 303)
      #expect(try await host.get(.honour(scene.party)).contains("Ole Brand"))
    }
  }
}
