import Core
import Database
import Foundation
import Mail
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

@Suite struct OutboxCrashTests {
  @Test(
    "After a crash between acceptance and record a mail is sent once more, with the same Message-ID, and never a third time"
  )
  func window() async throws {
    let scene = try await WaveScene(people: Array(Bookshelf.coaches.prefix(1)))
    try await scene.sendNext()
    let transport = FatefulTransport(seed: 1)
    for life in 1...4 {
      let database = CrashingDatabase(scene.services.database)
      await transport.live(in: database, harmless: true)
      let drain = OutboxDrain(services: scene.services(database), transport: transport, accepted: .sent)
      try await drain.recover()
      let now = scene.site.now
      // Accepted; then the process dies before it can record that.
      let claimed = try await database.write { try OutboxQueue(connection: $0).claim(at: now) }
      if let claimed { try await transport.send(try scene.envelope(claimed)) }
      #expect((claimed != nil) == (life <= 2))
      scene.site.advance(days: 1)
    }
    #expect(await transport.acceptances.values.map { $0 } == [2])
    #expect(try await scene.mails()[0].problem?.key == "outbox.problem.uncertain")
  }

  @Test(
    "Whatever goes wrong, what is recorded is never sent again, and in doubt a mail is sent at most twice",
    arguments: 0..<24)
  func anything(_ seed: UInt64) async throws {
    let scene = try await WaveScene()
    try await scene.sendNext()
    let transport = FatefulTransport(seed: seed)
    var interrupted: [String: Int] = [:]
    for life in 0..<40 {
      for mail in try await scene.mails() where mail.state == .sending { interrupted[mail.messageID, default: 0] += 1 }
      let recorded = try await scene.recorded()
      let before = await transport.acceptances
      let database = CrashingDatabase(scene.services.database)
      await transport.live(in: database, harmless: life >= 30)
      let drain = OutboxDrain(services: scene.services(database), transport: transport, accepted: .sent)
      try await drain.recover()
      await withTaskGroup { group in
        for _ in 0..<2 { group.addTask { try? await drain.run() } }
      }
      let after = await transport.acceptances
      for id in recorded { #expect(after[id] == before[id], "\(id) was recorded and sent again") }
      scene.site.advance(seconds: 9 * 3600)
    }
    try await check(scene, transport, interrupted)
  }

  /// - Parameter interrupted: the number of times the process died while it held a mail. It may have died before the
  ///   transport was called, which the next life can't tell from a death afterwards.
  private func check(
    _ scene: WaveScene, _ transport: FatefulTransport, _ interrupted: [String: Int]
  ) async throws {
    let (acceptances, doubts) = (await transport.acceptances, await transport.doubts)
    for mail in try await scene.mails() {
      let count = acceptances[mail.messageID] ?? 0
      #expect(count <= 2 && count <= 1 + (doubts[mail.messageID] ?? 0), "\(count) times")
      #expect(mail.state == .sent || mail.state == .failed)
      if mail.state == .sent { #expect(count >= 1) }
      if mail.problem?.key == "outbox.problem.uncertain" {
        #expect((doubts[mail.messageID] ?? 0) + (interrupted[mail.messageID] ?? 0) >= 2)
      }
    }
  }
}

extension WaveScene {
  /// The program in another life: the same data, another process.
  fileprivate func services(_ database: any Database) -> Services {
    Services(
      settings: services.settings, database: database, strings: services.strings, assets: services.assets,
      secret: services.secret, logger: services.logger, now: services.now, uptime: services.uptime)
  }

  fileprivate func envelope(_ mail: OutgoingMail) throws -> Envelope {
    try services.envelope(mail, host: site.host, guest: nil)
  }

  fileprivate func recorded() async throws -> [String] {
    try await mails().filter { $0.state == .sent }.map(\.messageID)
  }
}
