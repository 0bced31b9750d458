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

@Suite struct StewardTests {
  @Test("Silence past the day makes room; with automatic release the next guest is written to, once")
  func automatic() async throws {
    let scene = try await WaveScene(reserves: 3) { ($0.seats, $0.release, $0.reminderDays) = (4, .automatic, 0) }
    try await scene.sendNext()
    try await scene.drain(FakeTransport())
    try await scene.answer("Anna Berg", .yes)
    scene.site.advance(days: 7)
    try await scene.tick()
    #expect(try await scene.mails().count == 4)
    scene.site.advance(days: 2)
    for _ in 0..<3 { try await scene.tick() }
    let states = try await scene.states()
    #expect(states["Anna Berg"] == .accepted && states["Bruno Kern"] == .silent)
    #expect(["Eva Roth", "Finn Sturm", "Greta Holm"].allSatisfy { states[$0] == .invited })
    #expect(try await scene.mails().count == 7)
  }

  @Test("A host who wants to be asked is told once for each free seat, and nobody is written to")
  func afterNod() async throws {
    let scene = try await WaveScene(reserves: 3) { $0.seats = 4 }
    try await scene.sendNext()
    for _ in 0..<3 { try await scene.tick() }
    #expect(try await scene.mails().count == 4)
    try await scene.answer("Anna Berg", .no)
    for _ in 0..<3 { try await scene.tick() }
    let mails = try await scene.mails()
    #expect(mails.count == 5)
    #expect(mails.last?.kind == .notice && mails.last?.recipient == "miriam.sander@example.org")
    #expect(mails.last?.text.contains("Eva Roth") == true)
    try await scene.answer("Bruno Kern", .no)
    try await scene.tick()
    #expect(try await scene.mails().count == 6)
    #expect(try await scene.states()["Eva Roth"] == .shortlisted)
  }

  @Test("The reminder is sent when due, to guests who have not answered")
  func reminders() async throws {
    let scene = try await WaveScene(people: Array(Bookshelf.coaches.prefix(3)))
    try await scene.sendNext()
    try await scene.drain(FakeTransport())
    try await scene.answer("Anna Berg", .yes)
    scene.site.advance(days: 4)
    try await scene.tick()
    #expect(try await scene.mails().count { $0.kind == .reminder } == 0)
    scene.site.advance(days: 2)
    for _ in 0..<3 { try await scene.tick() }
    let reminded = try await scene.mails().filter { $0.kind == .reminder }.map(\.recipientName)
    #expect(reminded == ["Bruno Kern", "Clara Voss"])
  }

  @Test("A program without a server invites and reminds nobody automatically")
  func noServer() async throws {
    let scene = try await WaveScene(reserves: 3, hasServer: false) { ($0.seats, $0.release) = (4, .automatic) }
    try await scene.sendNext(by: .hand)
    for mail in try await scene.mails() {
      try await scene.step { waves, facts in try waves.sentByHand(mail, facts.party) }
    }
    scene.site.advance(days: 20)
    try await scene.tick()
    #expect(try await scene.mails().allSatisfy { $0.kind == .letter || $0.kind == .notice })
    #expect(try await scene.states()["Eva Roth"] == .shortlisted)
  }

  @Test("Nobody is invited once the date has passed")
  func over() async throws {
    let scene = try await WaveScene(reserves: 3) {
      ($0.seats, $0.release, $0.dateKind) = (4, .automatic, .fixed)
      $0.start = TestSite.start.addingTimeInterval(10 * 86_400)
    }
    try await scene.sendNext()
    scene.site.advance(days: 11)
    try await scene.tick()
    #expect(try await scene.mails().count == 4)
  }
}
