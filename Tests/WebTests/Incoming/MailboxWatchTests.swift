import Core
import Database
import Foundation
import Mail
import Testing

@testable import Acts
@testable import House
@testable import Records

/// Mail fetched from a mailbox.
@Suite struct MailboxWatchTests {
  @Test("Each mail is fetched once, others' mail is left alone, and nothing is deleted unless the operator says so")
  func once() async throws {
    let (scene, mailbox) = try await scene()
    await mailbox.add(try await mail(1, scene))
    await mailbox.add("To: chef@post.example\r\n\r\nVertraulich.\r\n")
    #expect(try await look(scene, mailbox) == 1)
    #expect(try await look(scene, mailbox) == 0)
    await mailbox.add(try await mail(2, scene))
    #expect(try await look(scene, mailbox) == 1)
    #expect(await mailbox.fetched == [1, 3])
    #expect(await mailbox.mails.count == 3)
    await mailbox.add(try await mail(3, scene))
    #expect(try await look(scene, mailbox, deletes: true) == 1)
    #expect(await mailbox.mails.keys.sorted() == [1, 2, 3])
    #expect(try await said(scene) == ["Wort 1", "Wort 2", "Wort 3"])
  }

  @Test("A mailbox that restarts its numbering is read from the beginning, and delivers nothing twice")
  func validity() async throws {
    let (scene, mailbox) = try await scene()
    for number in 1...3 { await mailbox.add(try await mail(number, scene)) }
    #expect(try await look(scene, mailbox) == 3)
    await mailbox.renumber()
    await mailbox.add(try await mail(4, scene))
    #expect(try await look(scene, mailbox) == 1)
    #expect(try await said(scene).count == 4)
  }

  @Test("A mail that can't be fetched now is fetched next time, and one deleted in the meantime is skipped")
  func failures() async throws {
    let (scene, mailbox) = try await scene()
    for number in 1...4 { await mailbox.add(try await mail(number, scene)) }
    await mailbox.fail(at: 3, with: .unreachable)
    await #expect(throws: MailboxFailure.self) { try await look(scene, mailbox) }
    await mailbox.fail(at: 4, with: .gone)
    #expect(try await look(scene, mailbox) == 1)
    #expect(try await said(scene) == ["Wort 1", "Wort 2", "Wort 3"])
    await mailbox.fail(at: nil, with: .gone)
    #expect(try await look(scene, mailbox) == 0)
  }

  @Test("Thousands of mails that came meanwhile are all fetched, also after a failure in between")
  func thousands() async throws {
    let (scene, mailbox) = try await scene()
    for number in 1...3300 {
      await mailbox.add(
        number % 3 == 0 ? "To: chef@post.example\r\n\r\nVertraulich.\r\n" : try await mail(number, scene))
    }
    await mailbox.fail(at: 2221, with: .unreachable)
    await #expect(throws: MailboxFailure.self) { try await look(scene, mailbox) }
    await mailbox.fail(at: nil, with: .gone)
    _ = try await look(scene, mailbox)
    #expect(try await scene.services.database.read { try $0.count("SELECT count(*) AS n FROM incoming_mail") } == 2200)
    #expect(await mailbox.fetched.count == 2200)
  }

  private static let settings = IMAPSettings(host: "imap.example", user: "tisch", password: "secret")

  private func scene() async throws -> (WaveScene, FakeMailbox) {
    let scene = try await WaveScene(people: Array(Bookshelf.coaches.prefix(1)), replies: "tisch@post.example")
    try await scene.sendNext()
    return (scene, FakeMailbox())
  }

  private func mail(_ number: Int, _ scene: WaveScene) async throws -> String {
    let guest = try await scene.guest("Anna Berg").guest.id
    let address = try #require(scene.services.replyAddress).address(of: guest)
    return "From: anna@gast.example\r\nTo: \(address)\r\nMessage-ID: <\(number)@gast.example>\r\n\r\nWort \(number)\r\n"
  }

  private func look(_ scene: WaveScene, _ mailbox: FakeMailbox, deletes: Bool = false) async throws -> Int {
    var settings = Self.settings
    settings.deletes = deletes
    return try await MailboxWatch(services: scene.services).look(into: mailbox, settings)
  }

  private func said(_ scene: WaveScene) async throws -> [String] {
    try await MailIntake(services: scene.services).read()
    return try await scene.services.database.read { [party = scene.party] in
      try GuestMailStore(connection: $0).mails(of: party).map(\.said).sorted()
    }
  }
}

/// A mailbox in memory.
actor FakeMailbox: MailboxReading {
  private(set) var mails: [UInt32: String] = [:]
  private(set) var fetched: [UInt32] = []
  private var validity: UInt32 = 1
  private var last: UInt32 = 0
  private var failing: (uid: UInt32?, kind: MailboxFailure.Kind) = (nil, .gone)

  func add(_ mail: String) {
    last += 1
    mails[last] = mail
  }

  func fail(at uid: UInt32?, with kind: MailboxFailure.Kind) { failing = (uid, kind) }

  /// Acts like a restore from a backup.
  func renumber() {
    validity += 1
    let old = mails.keys.sorted().compactMap { mails[$0] }
    (mails, last) = ([:], 0)
    for mail in old { add(mail) }
  }

  func state() throws(MailboxFailure) -> MailboxState { MailboxState(validity: validity, next: last + 1) }

  /// What an answer may list at most before libcurl cuts it.
  private static let most = 1400

  func search(_ start: String, in uids: ClosedRange<UInt32>, since day: String) throws(MailboxFailure) -> [UInt32] {
    Array(found(start, in: uids).prefix(Self.most))
  }

  private func found(_ start: String, in uids: ClosedRange<UInt32>) -> [UInt32] {
    mails.filter { uids.contains($0.key) && $0.value.contains("To: \(start)") }.keys.sorted()
  }

  func mail(_ uid: UInt32, most bytes: Int) throws(MailboxFailure) -> Data {
    if failing.uid == uid { throw MailboxFailure(failing.kind) }
    guard let mail = mails[uid] else { throw MailboxFailure(.gone) }
    fetched.append(uid)
    return Data(mail.utf8)
  }

  func remove(_ uid: UInt32) { mails[uid] = nil }
}
