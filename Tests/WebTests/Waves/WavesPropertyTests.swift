import Core
import Database
import Foundation
import Mail
import TestKit
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

/// Hosts, guests, the clock and the mail server act at random, in any order.
@Suite struct WavesPropertyTests {
  @Test(
    "Open invitations never exceed seats and expected declines; nobody is written to twice, after an objection, or before substance",
    arguments: 0..<16)
  func anything(_ seed: UInt64) async throws {
    var generator = SeededGenerator(seed: seed + 100)
    let (seats, declines) = (Int.random(in: 2...5, using: &generator), Int.random(in: 0...2, using: &generator))
    let isAutomatic = Bool.random(using: &generator)
    let scene = try await WaveScene(reserves: 3) {
      ($0.seats, $0.expectedDeclines, $0.release) = (seats, declines, isAutomatic ? .automatic : .afterNod)
      $0.substance.question = ""
    }
    let transport = FakeTransport()
    var objected: Set<String> = []
    for step in 0..<40 {
      if step == 6 { try await scene.completeSubstance() }
      if let address = try await act(Int.random(in: 0..<12, using: &generator), scene, transport, &generator) {
        objected.insert(address)
      }
      let open = try await scene.guests().count { $0.guest.invitation.state.holdsSeat }
      let byHand = try await scene.facts().handedOver.count
      #expect(open + byHand <= seats + declines)
      if step < 6 { #expect(await transport.accepted.isEmpty) }
      await checkLetters(transport, objected, try await scene.mails())
    }
  }

  private func checkLetters(_ transport: FakeTransport, _ objected: Set<String>, _ mails: [OutgoingMail]) async {
    let accepted = await transport.accepted
    #expect(Set(accepted.map(\.messageID)).count == accepted.count)
    let letters = Set(mails.filter { $0.kind == .letter }.map(\.messageID))
    let invited = accepted.filter { letters.contains($0.messageID) }.map(\.recipient)
    #expect(Set(invited).count == invited.count, "\(invited)")
    let late = await transport.sentAfterObjection
    #expect(late.isDisjoint(with: objected))
  }

  /// - Returns: an address that has objected.
  private func act(
    _ choice: Int, _ scene: WaveScene, _ transport: FakeTransport, _ generator: inout SeededGenerator
  ) async throws -> String? {
    guard let guest = try await scene.guests().randomElement(using: &generator) else { return nil }
    let id = guest.guest.id
    switch choice {
    case 0, 1: _ = try? await scene.sendNext()
    case 2: _ = try? await scene.sendNext(by: .hand)
    case 3: for mail in try await scene.mails() where mail.state == .byHand { try await scene.sent(mail) }
    case 4: scene.site.advance(days: Double.random(in: 0...4, using: &generator))
    case 5: try await scene.tick()
    case 6, 7: try? await scene.answer(guest.name, Answer.allCases.randomElement(using: &generator) ?? .no)
    case 8: _ = try? await scene.step { waves, facts in try waves.withdraw(id, facts) }
    case 9: _ = try? await scene.step { waves, facts in try waves.admit(id, facts) }
    case 10 where Bool.random(using: &generator):
      try await scene.object(id)
      await transport.note(objection: guest.email)
      return guest.email
    default: try await scene.drain(transport)
    }
    return nil
  }
}

extension WaveScene {
  func completeSubstance() async throws {
    try await services.database.write { [party, now = site.now] connection in
      let store = PartyStore(connection: connection)
      var stored = try store.party(party)
      stored.substance = Party.sample().substance
      try store.update(stored, at: now)
    }
  }

  func sent(_ mail: OutgoingMail) async throws {
    try await step { waves, facts in try waves.sentByHand(mail, facts.party) }
  }

  func object(_ guest: GuestID) async throws {
    try await services.database.write { [now = site.now] in try Objection(connection: $0, now: now).take(guest) }
  }
}

extension FakeTransport {
  /// Addresses that got mail after they objected.
  var sentAfterObjection: Set<String> {
    Set(
      objections.flatMap { address, count in
        accepted.dropFirst(count).filter { $0.recipient == address }.map(\.recipient)
      })
  }
}
