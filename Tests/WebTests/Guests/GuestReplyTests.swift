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

@Suite struct GuestReplyTests {
  @Test("An answer is stored with its word, recorded, and can be changed", arguments: Answer.allCases)
  func answering(_ answer: Answer) async throws {
    let site = try await TestSite()
    let table = try await SetTable.set(site, slots: [5, 6])
    try await site.run { browser in
      let first = try await browser.post(
        .reply(table.token(0)), [("answer", answer.rawValue), ("word", " Gern.\nSehr ")])
      #expect(first.status == 303)
      let invitation = try await table.guest(0).guest.invitation
      #expect(invitation.answer == answer)
      #expect(invitation.word == "Gern. Sehr")
      #expect(invitation.answeredAt == site.now)
      site.advance(seconds: 60)
      let other: Answer = answer == .no ? .yes : .no
      _ = try await browser.post(.reply(table.token(0)), [("answer", other.rawValue)])
      _ = try await browser.post(.reply(table.token(0)), [("answer", other.rawValue)])
      let events = try await table.events(0)
      #expect(events.map(\.detail) == [answer.rawValue, other.rawValue])
      #expect(events.map(\.at) == [site.now.addingTimeInterval(-60), site.now])
    }
  }

  @Test("A yes takes at most twelve statements, including the date it confirms and the calendar entry")
  func fewStatements() async throws {
    let site = try await TestSite()
    let table = try await SetTable.set(site)
    try await site.run { browser in
      for index in 0..<3 {
        _ = site.statements.taken()
        _ = try await browser.post(.reply(table.token(index)), [("answer", "yes")])
        let statements = site.statements.taken()
        #expect(statements.count <= 12, "\(statements.count)\n\(statements.joined(separator: "\n"))")
        #expect(try await table.mails(index).count == 1)
      }
    }
  }

  @Test("When two want the last seat at the same moment, one gets it", arguments: 0..<8)
  func lastSeat(_ round: Int) async throws {
    let site = try await TestSite()
    let table = try await SetTable.set(site, states: [.silent, .silent, .silent, .accepted], seats: 2, slots: [5, 6])
    try await site.run { browser in
      try await withThrowingTaskGroup(of: Int.self) { group in
        for index in 0..<3 {
          group.addTask { try await browser.post(.reply(table.token(index)), [("answer", "yes")]).status }
        }
        for try await status in group { #expect(status == 303) }
      }
      var states: [GuestState] = []
      for index in 0..<3 { states.append(try await table.state(index)) }
      #expect(states.count { $0 == .accepted } == 1)
      #expect(states.count { $0 == .waiting } == 2)
    }
  }

  @Test("A guest who has to wait is told kindly, and the host is informed")
  func waiting() async throws {
    let site = try await TestSite()
    let table = try await SetTable.set(site, states: [.silent, .accepted], seats: 1, slots: [5, 6])
    try await site.run { browser in
      _ = try await browser.post(.reply(table.token(0)), [("answer", "yes")])
      let page = try await browser.get(.personal(table.token(0)))
      #expect(page.contains("Im Moment ist der Tisch voll"))
      #expect(!page.contains("Nachrücker"))
      let notices = try await site.services.database.read {
        try $0.count("SELECT count(*) AS n FROM outbox WHERE kind = 'notice'")
      }
      #expect(notices == 1)
    }
  }

  @Test("The first yes confirms a fixed date; a no takes the entry back, and a second yes sends a newer one")
  func fixedDate() async throws {
    let site = try await TestSite()
    let table = try await SetTable.set(site, states: [.invited, .tentative, .invited])
    try await site.run { browser in
      _ = try await browser.post(.reply(table.token(0)), [("answer", "yes")])
      #expect(try await table.stored().stage == .scheduled)
      for answer in ["no", "yes"] { _ = try await browser.post(.reply(table.token(0)), [("answer", answer)]) }
      let mails = try await table.mails(0)
      #expect(mails.map(\.method) == ["REQUEST", "CANCEL", "REQUEST"])
      #expect(mails.map(\.sequence) == [0, 1, 2])
      #expect(try await table.mails(1).map(\.method) == ["REQUEST"])
      #expect(try await table.mails(2).isEmpty)
    }
  }

  @Test("Nothing can be changed once the party is cancelled or the invitation is taken back")
  func closed() async throws {
    let site = try await TestSite()
    let cancelled = try await SetTable.set(site, states: [.accepted], slots: [5, 6], stage: .cancelled)
    let withdrawn = try await SetTable.set(site, states: [.withdrawn], slots: [5, 6])
    try await site.run { browser in
      for table in [cancelled, withdrawn] {
        let token = table.token(0)
        let answers = [
          try await browser.get(.personal(token)), try await browser.post(.reply(token), [("answer", "yes")]),
          try await browser.post(.votes(token), [("zone", "Europe/Berlin")]),
          try await browser.post(.wishes(token), [("wishes", "x")]),
        ]
        #expect(answers.map(\.status) == [200, 409, 409, 409])
        #expect(try await table.events(0).isEmpty)
      }
    }
  }
}
