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

@Suite struct WavesRoutesTests {
  @Test("Pressing twice sends once")
  func doubleClick() async throws {
    let scene = try await WaveScene(reserves: 2) { $0.seats = 5 }
    let fields = try await scene.guests().map { ("guest", $0.guest.id.description) } + [("way", "mail")]
    try await scene.site.run { browser in
      let host = try await browser.signedIn()
      for _ in 0..<2 {
        let page = try await host.post(.waves(scene.party), fields)
        #expect(page.status == 303 && page.location == Path.waves(scene.party).text)
      }
      let page = try await host.get(Path.waves(scene.party))
      #expect(page.status == 200 && page.contains("1. Welle") && page.contains("wird gleich geschickt"))
    }
    #expect(try await scene.mails().count == 5)
  }

  @Test("Gaps are shown on the page, and nothing is sent")
  func missing() async throws {
    let scene = try await WaveScene { $0.substance.question = "" }
    let fields = try await scene.guests().map { ("guest", $0.guest.id.description) } + [("way", "mail")]
    try await scene.site.run { browser in
      let host = try await browser.signedIn()
      let page = try await host.post(.waves(scene.party), fields)
      #expect(page.status == 409 && page.contains("role=\"alert\"") && page.contains("Noch fehlt die Frage"))
    }
    #expect(try await scene.mails().isEmpty)
  }

  @Test("A letter by hand has a link for the mail program, a draft to download and the text with its links")
  func byHand() async throws {
    let scene = try await WaveScene(hasServer: false) { $0.seats = 5 }
    let anna = try await scene.guest("Anna Berg").guest
    let link = scene.services.links(for: anna).personal
    try await scene.site.run { browser in
      let host = try await browser.signedIn()
      _ = try await host.post(.waves(scene.party), [("guest", anna.id.description), ("way", "hand")])
      let page = try await host.get(Path.waves(scene.party))
      #expect(page.contains("mailto:anna.berg@example.org?subject=") && page.contains(link))
      #expect(page.contains("kein Mailserver") && !page.contains("value=\"mail\""))
      let mail = try #require(try await scene.mails().first)
      let draft = try await host.get(Path.outboxDraft(scene.party, mail.id))
      #expect(draft.headers[.contentType] == "message/rfc822")
      #expect(draft.contains("X-Unsent: 1") && draft.contains("From: Miriam Sander <miriam.sander@example.org>"))
      #expect(draft.text.replacing("=\r\n", with: "").contains(link))
      let folder = scene.services.settings.data.appending(path: "outbox")
      let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      #expect(files.count == 1 && files[0].hasPrefix(mail.id.description))
      let filed = try String(contentsOf: folder.appending(path: files[0]), encoding: .utf8)
      #expect(filed.contains("X-Unsent: 1") && filed.replacing("=\r\n", with: "").contains(link))
      #expect(try await scene.states()["Anna Berg"] == .shortlisted)
      _ = try await host.post(.outboxSent(scene.party, mail.id))
      #expect(try await scene.states()["Anna Berg"] == .invited)
    }
  }

  @Test("A stopped letter can be sent again")
  func putBack() async throws {
    let scene = try await WaveScene()
    try await scene.sendNext(by: .hand)
    let mail = try #require(try await scene.mails().first)
    try await scene.site.run { browser in
      _ = try await browser.signedIn().post(.outboxStop(scene.party, mail.id))
    }
    #expect(try await scene.mails().count == 6)
    #expect(try await scene.sendNext() == 1)
  }

  @Test("Every step has its button: remind, stop waiting, take back")
  func steps() async throws {
    let scene = try await WaveScene()
    try await scene.sendNext()
    try await scene.drain(FakeTransport())
    let guests = try await scene.guests().map(\.guest.id)
    try await scene.site.run { browser in
      let host = try await browser.signedIn()
      #expect(try await host.post(.reminder(scene.party, guests[0])).status == 303)
      #expect(try await host.post(.silence(scene.party, guests[1])).status == 303)
      #expect(try await host.post(.withdrawal(scene.party, guests[2])).status == 303)
      #expect(try await host.post(.admission(scene.party, guests[3])).status == 303)
      #expect(try await host.get(Path.waves(scene.party)).contains("erinnert am"))
    }
    let states = try await scene.guests().map(\.guest.invitation.state)
    #expect(states.prefix(4) == [.invited, .silent, .withdrawn, .invited])
  }

  @Test("Settings are stored; a wrong number is shown beside its field with the input")
  func settings() async throws {
    let scene = try await WaveScene()
    let good = [("answerDays", "10"), ("reminderDays", "3"), ("expectedDeclines", "2"), ("release", "automatic")]
    let bad = [("answerDays", "bald"), ("reminderDays", "3"), ("expectedDeclines", "2"), ("release", "automatic")]
    try await scene.site.run { browser in
      let host = try await browser.signedIn()
      #expect(try await host.post(.waveSettings(scene.party), good).status == 303)
      let page = try await host.post(.waveSettings(scene.party), bad)
      #expect(page.status == 422 && page.contains("value=\"bald\"") && page.contains("answerDays-error"))
    }
    let party = try await scene.shelf.party(scene.party)
    #expect(party.answerDays == 10 && party.reminderDays == 3 && party.expectedDeclines == 2)
    #expect(party.release == .automatic)
  }

  @Test("Once nobody can be invited any more, there is nothing to set for waves or about who must be there")
  func afterCancellation() async throws {
    let scene = try await WaveScene { ($0.stage, $0.cancelReason) = (.cancelled, "Krank.") }
    let guest = try #require(try await scene.guests().first).guest
    let before = try await scene.shelf.party(scene.party)
    try await scene.site.run { browser in
      let host = try await browser.signedIn()
      #expect(try await !host.get(Path.waves(scene.party)).contains("name=\"answerDays\""))
      let fields = [("answerDays", "10"), ("reminderDays", "3"), ("expectedDeclines", "2"), ("release", "automatic")]
      let page = try await host.post(.waveSettings(scene.party), fields)
      #expect(page.status == 409 && page.contains("keine Einladungen mehr hinaus"))
      #expect(try await !host.get(.guestHistory(scene.party, guest.id)).contains("name=\"must\""))
      let marked = try await host.post(.mustHave(scene.party), [("guest", guest.id.description), ("must", "1")])
      #expect(marked.status == 409)
    }
    #expect(try await scene.shelf.party(scene.party) == before)
    #expect(try await scene.guests().first?.guest.isMustHave == false)
  }

  @Test("Another host finds none of it")
  func stranger() async throws {
    let scene = try await WaveScene()
    try await scene.sendNext()
    let mail = try #require(try await scene.mails().first)
    let guest = try #require(mail.guest)
    let other = try await scene.site.addHost("jonas@example.net")
    let party = scene.party
    try await scene.site.run { browser in
      let stranger = try await browser.signedIn(as: other)
      for path in [
        Path.waves(party), .outbox(party), .outboxMail(party, mail.id), .outboxDraft(party, mail.id),
        .letterDraft(party, guest),
      ] {
        #expect(try await stranger.get(path).status == 404, "\(path.text)")
      }
      for path in [
        Path.withdrawal(party, guest), .admission(party, guest), .silence(party, guest), .reminder(party, guest),
        .outboxRetry(party, mail.id), .outboxStop(party, mail.id), .outboxSent(party, mail.id), .waveSettings(party),
      ] {
        let fields = [("answerDays", "1"), ("reminderDays", "1"), ("expectedDeclines", "1"), ("release", "automatic")]
        #expect(try await stranger.post(path, fields).status == 404, "\(path.text)")
      }
      #expect(try await stranger.post(.waves(party), [("way", "mail")]).status == 404)
    }
    #expect(try await scene.mails().allSatisfy { $0.state == .queued })
  }
}
