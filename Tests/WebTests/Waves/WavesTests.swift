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

@Suite struct WavesTests {
  @Test("The first wave turns a draft into a party with invited guests, in one step with their letters")
  func firstWave() async throws {
    let scene = try await WaveScene(reserves: 2) { $0.seats = 5 }
    #expect(try await scene.sendNext() == 5)
    let party = try await scene.shelf.party(scene.party)
    #expect(party.stage == .inviting)
    let guests = try await scene.guests()
    for guest in guests.prefix(5) {
      #expect(guest.guest.invitation.state == .invited && guest.guest.wave == 1)
      let answerBy = try #require(guest.guest.invitation.answerBy)
      #expect(LocalTime(answerBy, in: scene.services.zones[party.zone]).clockText == "23:59")
      #expect(answerBy.timeIntervalSince(scene.site.now) > 7 * 86_400)
    }
    #expect(guests.suffix(2).allSatisfy { $0.guest.invitation.state == .shortlisted })
    #expect(try await scene.mails().count == 5)
  }

  @Test("Without substance nothing is sent, and the missing parts are named")
  func substance() async throws {
    let scene = try await WaveScene { $0.substance.contribution = " " }
    await #expect(throws: AppError.conflict(Message("substance.missing.contribution"))) {
      try await scene.step { waves, facts in
        try waves.write(to: Set(facts.guests.map(\.guest.id)), by: .mail, facts)
      }
    }
    #expect(try await scene.mails().isEmpty)
    #expect(try await scene.shelf.party(scene.party).stage == .draft)
  }

  @Test("A second wave waits for a decline or for silence, and nobody is written to twice")
  func secondWave() async throws {
    let scene = try await WaveScene(reserves: 3) { $0.seats = 4 }
    try await scene.sendNext()
    #expect(try await scene.sendNext() == 0)
    try await scene.answer("Anna Berg", .no)
    #expect(try await scene.sendNext() == 1)
    #expect(try await scene.guest("Eva Roth").guest.wave == 2)
    #expect(try await scene.mails().count == 5)
  }

  @Test("A letter that the host sends counts only when they say so; until then it keeps its seat")
  func byHand() async throws {
    let scene = try await WaveScene(hasServer: false) { $0.seats = 5 }
    #expect(try await scene.sendNext(by: .hand) == 5)
    #expect(try await scene.states()["Anna Berg"] == .shortlisted)
    #expect(try await scene.sendNext(by: .hand) == 0)
    let mail = try #require(try await scene.mails().first)
    try await scene.step { waves, facts in try waves.sentByHand(mail, facts.party) }
    try await scene.step { waves, facts in try waves.sentByHand(mail, facts.party) }
    #expect(try await scene.states()["Anna Berg"] == .invited)
    #expect(try await scene.guests().count { $0.guest.invitation.state == .invited } == 1)
  }

  @Test("A guest who answers a letter before the host confirms sending it counts as invited")
  func answeredEarly() async throws {
    let scene = try await WaveScene(hasServer: false)
    try await scene.sendNext(by: .hand)
    let anna = try await scene.guest("Anna Berg").guest
    let path = scene.services.links(for: anna).personalPath.text
    try await scene.site.run { browser in
      #expect(try await browser.get(path).status == 200)
      #expect(try await scene.states()["Anna Berg"] == .shortlisted)
      let page = try await browser.post(path + "/reply", [("answer", "yes")])
      #expect(page.status == 303)
    }
    #expect(try await scene.states()["Anna Berg"] == .accepted)
    #expect(try await scene.mails().first { $0.guest == anna.id }?.state == .sent)
  }

  @Test("Without a server nothing is sent by it")
  func noServer() async throws {
    let scene = try await WaveScene(hasServer: false)
    await #expect(throws: AppError.conflict(Message("waves.problem.noServer"))) { try await scene.sendNext() }
  }

  @Test("People without an address get their letter only from the host in person")
  func withoutAddress() async throws {
    let people = [Bookshelf.Somebody(name: "Anna Berg", email: ""), Bookshelf.Somebody(name: "Bruno Kern")]
    let scene = try await WaveScene(people: people)
    #expect(try await scene.sendNext() == 1)
    let anna = try await scene.guest("Anna Berg").guest.id
    try await scene.step { waves, facts in try waves.write(to: [anna], by: .hand, facts) }
    let mail = try #require(try await scene.mails().last)
    #expect(mail.guest == anna && mail.state == .byHand && mail.recipient.isEmpty)
  }

  @Test("Taking an invitation back stops a letter that has not left; otherwise the guest is told")
  func withdraw() async throws {
    let scene = try await WaveScene(people: Array(Bookshelf.coaches.prefix(2)))
    try await scene.sendNext()
    let guests = try await scene.guests().map(\.guest.id)
    try await scene.step { waves, facts in try waves.withdraw(guests[0], facts) }
    #expect(try await scene.mails().map(\.state) == [.cancelled, .queued])
    let transport = FakeTransport()
    try await scene.drain(transport)
    try await scene.step { waves, facts in try waves.withdraw(guests[1], facts) }
    try await scene.step { waves, facts in try waves.withdraw(guests[1], facts) }
    let mails = try await scene.mails()
    #expect(mails.map(\.kind) == [.letter, .letter, .cancellation])
    #expect(mails.last?.guest == guests[1] && mails.last?.state == .queued)
  }

  @Test("Somebody on the waiting list gets a free seat before anybody new is written to")
  func admission() async throws {
    let scene = try await WaveScene(reserves: 6) { $0.seats = 1 }
    try await scene.sendNext()
    try await scene.drain(FakeTransport())
    scene.site.advance(days: 9)
    try await scene.tick()
    try await scene.sendNext()
    try await scene.answer("Anna Berg", .yes)
    #expect(try await scene.states()["Anna Berg"] == .waiting)
    let anna = try await scene.guest("Anna Berg").guest.id
    await #expect(throws: AppError.conflict(Message("waves.problem.full"))) {
      try await scene.step { waves, facts in try waves.admit(anna, facts) }
    }
    try await scene.answer("Bruno Kern", .no)
    let next = try await scene.facts().plan().next
    #expect(next.admitted == [anna] && next.written.isEmpty)
    try await scene.step { waves, facts in try waves.admit(anna, facts) }
    #expect(try await scene.states()["Anna Berg"] == .accepted)
  }

  @Test("There is one reminder, and none before the letter has left")
  func reminder() async throws {
    let scene = try await WaveScene(people: Array(Bookshelf.coaches.prefix(1)))
    try await scene.sendNext()
    let anna = try await scene.guests()[0].guest.id
    try await scene.step { waves, facts in try waves.remind(anna, facts) }
    #expect(try await scene.mails().count == 1)
    try await scene.drain(FakeTransport())
    for _ in 0..<3 { try await scene.step { waves, facts in try waves.remind(anna, facts) } }
    #expect(try await scene.mails().map(\.kind) == [.letter, .reminder])
  }

  @Test("The host may stop waiting before the day has come")
  func giveUp() async throws {
    let scene = try await WaveScene(people: Array(Bookshelf.coaches.prefix(1)))
    try await scene.sendNext()
    let anna = try await scene.guests()[0].guest.id
    try await scene.step { waves, facts in try waves.giveUp(anna, facts) }
    #expect(try await scene.states()["Anna Berg"] == .silent)
  }
}
