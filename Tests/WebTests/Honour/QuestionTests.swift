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

@Suite struct QuestionTests {
  @Test("The circle proposes and votes; the three with most votes are in the brief unless the host picks others")
  func voting() async throws {
    let scene = try await HonourScene()
    let guests = try await scene.circle.guests(of: scene.party)
    let tokens = guests.map(scene.circle.token)
    try await scene.site.run { browser in
      for (index, text) in ["Eins?", "Zwei?", "Drei?", "Vier?"].enumerated() {
        _ = try await browser.post(.questions(tokens[index]), [("question", text)])
        scene.site.advance(seconds: 1)
      }
      let ids = try await scene.ids()
      let (third, fourth) = (try #require(ids["Drei?"]), try #require(ids["Vier?"]))
      for token in tokens { _ = try await browser.post(.question(token, fourth), [("vote", "1")]) }
      _ = try await browser.post(.question(tokens[0], third), [("vote", "1")])
      #expect(try await scene.seat()?.questions.map(\.text) == ["Vier?", "Drei?", "Eins?"])
      let host = try await browser.signedIn()
      let second = try #require(ids["Zwei?"])
      _ = try await host.post(.honourPicks(scene.party), [("pick", second.description)])
      #expect(try await scene.seat()?.questions.map(\.text) == ["Vier?", "Drei?", "Zwei?"])
      let all = ids.values.map { ("pick", $0.description) }
      #expect(try await host.post(.honourPicks(scene.party), all).status == 409)
    }
  }

  @Test("Each has one vote on each question, and can take it back")
  func once() async throws {
    let scene = try await HonourScene()
    let tokens = try await scene.circle.guests(of: scene.party).map(scene.circle.token)
    try await scene.site.run { browser in
      _ = try await browser.post(.questions(tokens[0]), [("question", "Was fehlt?")])
      let id = try #require(try await scene.ids()["Was fehlt?"])
      for _ in 0..<3 { _ = try await browser.post(.question(tokens[1], id), [("vote", "1")]) }
      #expect(try await scene.seat()?.questions.first?.votes == 2)
      _ = try await browser.post(.question(tokens[1], id), [("vote", "0")])
      #expect(try await scene.seat()?.questions.first?.votes == 1)
      // Nobody can take back somebody else's question.
      _ = try await browser.post(.question(tokens[1], id), [("delete", "1")])
      #expect(try await scene.ids().count == 1)
      _ = try await browser.post(.question(tokens[0], id), [("delete", "1")])
      #expect(try await scene.ids().isEmpty)
    }
  }

  @Test("Guests see how many ask, not who; five questions are enough; blank and endless ones are refused")
  func bounds() async throws {
    let scene = try await HonourScene()
    let guests = try await scene.circle.guests(of: scene.party)
    let tokens = guests.map(scene.circle.token)
    try await scene.site.run { browser in
      for number in 1...5 {
        #expect(try await browser.post(.questions(tokens[0]), [("question", "Frage \(number)?")]).status == 303)
      }
      for text in ["Noch eine?", "", String(repeating: "lang ", count: 50)] {
        #expect(try await browser.post(.questions(tokens[0]), [("question", text)]).status == 409)
      }
      let page = try await browser.get(.personal(tokens[1])).text
      // Elsewhere on their page, a member of a circle can read who the others are.
      let start = try #require(page.range(of: "id=\"questions\""))
      let end = try #require(page.range(of: "</section>", range: start.upperBound..<page.endIndex))
      let questions = page[start.upperBound..<end.lowerBound]
      #expect(questions.contains("Frage 5?") && !questions.contains(guests[0].name))
    }
  }

  @Test("An erased guest takes their questions and votes with them")
  func erased() async throws {
    let scene = try await HonourScene()
    let guests = try await scene.circle.guests(of: scene.party)
    try await scene.site.run { browser in
      for guest in guests.prefix(2) {
        _ = try await browser.post(.questions(scene.circle.token(guest)), [("question", "Von \(guest.name)?")])
      }
      let host = try await browser.signedIn()
      #expect(try await host.post(.personErasure(guests[0].guest.person)).status == 303)
      #expect(try await scene.ids().keys.sorted() == ["Von \(guests[1].name)?"])
    }
  }
}

extension HonourScene {
  fileprivate func ids() async throws -> [String: HonourQuestionID] {
    let questions = try await services.database.read { [party] in
      try HonourQuestionStore(connection: $0).questions(of: party)
    }
    return Dictionary(uniqueKeysWithValues: questions.map { ($0.text, $0.id) })
  }
}
