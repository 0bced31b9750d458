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

@Suite("Work that nodes share")
struct SharedWorkTests {
  @Test(
    "A node's name needs a PostgreSQL and a mail server, and has few letters",
    arguments: [
      (["STEHTISCH_NODE": "a"], "STEHTISCH_DATABASE is not set"),
      (["STEHTISCH_NODE": "a", "STEHTISCH_DATABASE": "postgresql://x/y"], "STEHTISCH_SMTP_HOST is not set"),
      (["STEHTISCH_NODE": "A b"], "STEHTISCH_NODE is “A b”"),
    ])
  func settings(_ environment: [String: String], _ words: String) async throws {
    let reader = try await SettingsReader(environment: environment)
    #expect { try reader.settings() } throws: { "\($0)".contains(words) }
  }

  @Test("A node starts with its own mails only; a dead one's are taken back after a while")
  func mails() async throws {
    let nodes = try await NodeScene()
    let now = nodes.scene.site.now
    let database = nodes.one.database
    try await database.write { [services = nodes.one, host = nodes.scene.site.host] connection in
      for number in 1...2 {
        let mail = OutgoingMail(
          id: services.newID(), key: "test:\(number)", host: host.id, kind: .notice, state: .queued,
          recipientName: "Anna",
          recipient: "anna@example.org", subject: "Neues", text: "Es gibt Neues.", messageID: "\(number)@example.org",
          createdAt: now)
        try Postbox(services: services).post(mail, connection)
      }
    }
    for name in ["a", "b"] {
      let claimed = try await database.write { try OutboxQueue(connection: $0).claim(at: now, for: name) }
      #expect(claimed != nil)
    }
    func sending() async throws -> Int {
      try await nodes.scene.count("SELECT count(*) AS n FROM outbox WHERE state = 'sending'")
    }
    try await database.write { try OutboxQueue(connection: $0).recover(at: now, of: "a") }
    #expect(try await sending() == 1)
    try await nodes.silence("b")
    try await database.write { try OutboxQueue(connection: $0).recoverAbandoned(at: now) }
    #expect(try await sending() == 1, "it may wake up")
    try await database.write { try $0.execute("UPDATE outbox SET claimed_at = claimed_at - 121000") }
    try await database.write { try OutboxQueue(connection: $0).recoverAbandoned(at: now) }
    #expect(try await sending() == 0)
  }

  @Test("A pause of the mail server is known to all nodes, and so is its end")
  func paused() async throws {
    let nodes = try await NodeScene()
    let now = nodes.scene.site.now
    let failure = MailFailure(.authentication, code: 535, reply: "no", step: .greeting)
    let until = try await nodes.one.pauseMail(because: failure, at: now)
    try await nodes.other.hearOfPause()
    #expect(nodes.other.outbox.pause?.failure == failure)
    #expect(nodes.other.outbox.isPaused(at: until.addingTimeInterval(-1)) && !nodes.other.outbox.isPaused(at: until))
    try await nodes.other.resumeMail()
    try await nodes.one.hearOfPause()
    #expect(nodes.one.outbox.pause == nil)
  }

  @Test("Silence, known to a node or not yet, shows in what it counts before a mail is handed over")
  func lapses() {
    let (node, membership) = (ThisNode("a") { _, _ in [] }, FakeMembership())
    node.begin(membership)
    let before = node.lapses
    membership.change { $0.beatAt = .now - .seconds(5) }
    #expect(node.lapses != before)
    membership.change { $0.beatAt = .now }
    #expect(node.lapses == before)
    node.comeBack()
    #expect(node.lapses != before)
  }

  @Test("A node without the key, or with another one, can't be told the installation's")
  func keys() async throws {
    let site = try await TestSite()
    let (hash, kept) = (
      site.services.secret.hash, try await site.services.read { try InstallationStore(connection: $0).keyHash() }
    )
    #expect(kept == hash && hash != Secret(bytes: [UInt8](repeating: 1, count: 32)).hash)
  }
}
