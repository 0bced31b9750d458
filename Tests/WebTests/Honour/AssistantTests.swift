import Core
import Database
import Foundation
import Testing

@testable import Web

@Suite struct AssistantTests {
  private let fields = [("assistantName", "Vera Klein"), ("assistantEmail", "v.klein@example.org")]

  @Test(
    "An assistant gets a link of their own: it answers, tells a lateness and shows the brief, and opens nothing else")
  func ownLink() async throws {
    let scene = try await HonourScene()
    let token = scene.services.assistantToken(scene.guest, address: "v.klein@example.org")
    try await scene.site.run { browser in
      #expect(try await browser.get(.assistant(token)).status == 404)
      #expect(try await browser.post(.assistantName(scene.token), fields).status == 303)
      let mail = try #require(try await scene.mails().last)
      #expect(mail.kind == .assistant && mail.recipient == "v.klein@example.org")
      #expect(!mail.text.contains(token.text))
      let text = try await scene.read(mail)
      #expect(text.contains(Path.assistant(token).text) && !text.contains(scene.token.text))
      let page = try await browser.get(.assistant(token))
      #expect(page.contains("Dr. Ruth Aslan") && !page.contains(scene.token.text) && !page.contains("ruth.aslan@"))
      #expect(try await browser.get(.assistantBrief(token)).status == 200)
      _ = try await browser.post(.assistantReply(token), [("answer", "yes")])
      #expect(try await scene.known().guest.invitation.state == .accepted)
      _ = try await browser.post(.assistantLateness(token), [("late", "more")])
      #expect(try await scene.honour()?.lateMinutes == 10)
      for path in ["/g/\(token.text)", "/g/\(token.text)/floor", "/assistant/\(token.text)/floor"] {
        #expect(try await browser.get(path).status == 404)
      }
    }
  }

  @Test("Another assistant, or none, closes the link; the guest's own word stays")
  func replaced() async throws {
    let scene = try await HonourScene()
    let first = scene.services.assistantToken(scene.guest, address: "v.klein@example.org")
    try await scene.site.run { browser in
      _ = try await browser.post(.reply(scene.token), [("answer", "yes"), ("word", "Ich freue mich.")])
      _ = try await browser.post(.assistantName(scene.token), fields)
      _ = try await browser.post(.assistantReply(first), [("answer", "perhaps")])
      #expect(try await scene.known().guest.invitation.word == "Ich freue mich.")
      let other = [("assistantName", "Udo Lang"), ("assistantEmail", "u.lang@example.org")]
      _ = try await browser.post(.assistantName(scene.token), other)
      #expect(try await browser.get(.assistant(first)).status == 404)
      #expect(try await browser.post(.assistantReply(first), [("answer", "no")]).status == 404)
      _ = try await browser.post(.assistantName(scene.token), [("remove", "1")])
      let second = scene.services.assistantToken(scene.guest, address: "u.lang@example.org")
      #expect(try await browser.get(.assistant(second)).status == 404)
    }
  }

  @Test("An address that is none, or wants no mail, is refused beside its field")
  func refused() async throws {
    let scene = try await HonourScene()
    try await scene.services.database.write { [now = scene.site.now] in
      try SuppressionStore(connection: $0).add("v.klein@example.org", at: now)
    }
    try await scene.site.run { browser in
      for fields in [fields, [("assistantName", "V"), ("assistantEmail", "nirgends")], []] {
        let page = try await browser.post(.assistantName(scene.token), fields)
        #expect(page.status == 422 && page.contains("assistantEmail-error"))
      }
      #expect(try await scene.honour()?.assistant == nil)
    }
  }

  @Test("The guest of honour's objection does not list the assistant's address")
  func objection() async throws {
    let scene = try await HonourScene()
    try await scene.site.run { browser in
      _ = try await browser.post(.assistantName(scene.token), fields)
      let path = Path.objection(scene.guest, scene.services.objectionToken(scene.guest))
      _ = try await browser.post(path)
      let addresses = ["ruth.aslan@example.org", "v.klein@example.org"]
      let listed = try await scene.services.database.read {
        try SuppressionStore(connection: $0).listed(among: addresses)
      }
      #expect(listed == ["ruth.aslan@example.org"])
    }
  }
}
