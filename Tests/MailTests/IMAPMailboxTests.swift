import Foundation
import Testing

@testable import Mail

/// A look into a mailbox by libcurl.
@Suite struct IMAPMailboxTests {
  private static let ours = "To: tisch+abc@post.example\r\nSubject: Ja\r\n\r\nIch komme.\r\nBis dann.\r\n"
  private static let theirs = "To: chef@post.example\r\n\r\nVertraulich.\r\n"

  @Test(
    "It says how it stands, finds what is ours, and gives a mail byte by byte, up to the bound, over one connection")
  func reads() async throws {
    let server = try ScriptedMailbox([2: Self.theirs, 3: Self.ours, 7: Self.ours])
    defer { server.stop() }
    let mailbox = IMAPMailbox(settings(server))
    #expect(try await mailbox.state() == MailboxState(validity: 17, next: 8))
    #expect(try await mailbox.search("tisch+", in: 1...7, since: "1-Dec-2026") == [3, 7])
    #expect(try await mailbox.search("tisch+", in: 8...8, since: "1-Dec-2026").isEmpty)
    #expect(try await String(decoding: mailbox.mail(3, most: 1000), as: UTF8.self) == Self.ours)
    #expect(try await mailbox.mail(7, most: 10).count == 10)
    #expect(server.seen.connections == 1 && server.seen.mails.count == 3)
    #expect(!server.seen.commands.contains { $0.hasPrefix("UID FETCH 2 ") || $0.hasPrefix("UID STORE") })
    await #expect(throws: MailboxFailure.self) { try await mailbox.mail(5, most: 10) }
  }

  @Test("A thousand UIDs as long as they get are found in one answer")
  func longAnswer() async throws {
    let first: UInt32 = 4_294_960_000
    let server = try ScriptedMailbox(Dictionary(uniqueKeysWithValues: (0..<1000).map { (first + $0, Self.ours) }))
    defer { server.stop() }
    let found = try await IMAPMailbox(settings(server)).search("tisch+", in: first...(first + 999), since: "1-Dec-2026")
    #expect(found == Array(first..<(first + 1000)))
  }

  @Test("Exactly one mail is removed; on a server without UIDPLUS it is marked")
  func removes() async throws {
    let server = try ScriptedMailbox([3: Self.ours, 4: Self.ours])
    defer { server.stop() }
    let mailbox = IMAPMailbox(settings(server))
    try await mailbox.remove(3)
    #expect(Array(server.seen.mails.keys) == [4])
    server.change { $0.instead["UID EXPUNGE"] = "TAG BAD unknown" }
    try await mailbox.remove(4)
    #expect(server.seen.deleted == [3, 4] && server.seen.mails.count == 1)
  }

  @Test(
    "What is wrong has a name",
    arguments: [
      ("LOGIN", "TAG NO [AUTHENTICATIONFAILED] no", MailboxFailure.Kind.login),
      ("STATUS", "TAG NO no folder", .refused),
      ("STATUS", "* STATUS INBOX (MESSAGES 3)\r\nTAG OK done", .unclear), ("STATUS", "drop", .unreachable),
      ("STATUS", "silence", .slow), ("GREETING", "220 smtp.example ESMTP", .slow),
    ])
  func failures(command: String, answer: String, kind: MailboxFailure.Kind) async throws {
    let server = try ScriptedMailbox(instead: [command: answer])
    defer { server.stop() }
    var settings = settings(server)
    settings.patience = 2
    #expect(await failure(settings)?.kind == kind)
  }

  @Test("With nobody listening there is no answer, and where encryption is required nothing is sent without it")
  func unreachable() async throws {
    let server = try ScriptedMailbox()
    var settings = settings(server)
    (settings.security, settings.patience) = (.startTLS, 5)
    #expect(await failure(settings)?.kind == .tls)
    #expect(!server.seen.commands.contains { $0.hasPrefix("LOGIN") })
    server.stop()
    (settings.security, settings.port) = (.none, 1)
    #expect(await failure(settings)?.kind == .unreachable)
  }

  @Test("A silent mailbox does not keep the program from stopping")
  func stops() async throws {
    let server = try ScriptedMailbox(instead: ["STATUS": "silence"])
    defer { server.stop() }
    let mailbox = IMAPMailbox(settings(server))
    let start = ContinuousClock.now
    async let failure = failure(mailbox)
    try await Task.sleep(for: .milliseconds(300))
    mailbox.stop()
    #expect(await failure?.kind == .stopped)
    #expect(ContinuousClock.now - start < .seconds(45))
  }

  @Test("A visit says goodbye, and doesn't wait for a server that answers that with silence")
  func goodbye() async throws {
    let server = try ScriptedMailbox(instead: ["LOGOUT": "silence"])
    defer { server.stop() }
    let start = ContinuousClock.now
    for _ in 0..<2 { _ = try await IMAPMailbox(settings(server)).state() }
    #expect(ContinuousClock.now - start < .seconds(5))
    // Nobody waits for the server, so it may read that only now.
    let isPolite = { server.seen.commands.filter { $0 == "LOGOUT" }.count == 2 }
    while !isPolite(), ContinuousClock.now - start < .seconds(20) { try await Task.sleep(for: .milliseconds(10)) }
    #expect(isPolite())
  }

  @Test("Answers in several lines, in other cases and with other words are understood")
  func answers() {
    #expect(IMAPAnswer.found("* search 3 1\r\n* SEARCH 2\r\n* OK x\r\n") == [1, 2, 3])
    #expect(IMAPAnswer.found("* SEARCH\r\n").isEmpty && IMAPAnswer.found("* SEARCH 99999999999 x 4").elementsEqual([4]))
    let quoted = "* STATUS \"A (b)\" (MESSAGES 1 uidvalidity 5 UIDNEXT 9)\r\n"
    #expect(IMAPAnswer.state(quoted) == MailboxState(validity: 5, next: 9))
    #expect(IMAPAnswer.state("* STATUS INBOX ()") == nil && IMAPAnswer.state("* STATUS INBOX )(") == nil)
  }

  private func settings(_ server: ScriptedMailbox) -> IMAPSettings {
    IMAPSettings(host: "127.0.0.1", port: server.port, security: .none, user: "tisch", password: "secret")
  }

  private func failure(_ settings: IMAPSettings) async -> MailboxFailure? { await failure(IMAPMailbox(settings)) }

  private func failure(_ mailbox: IMAPMailbox) async -> MailboxFailure? {
    do throws(MailboxFailure) {
      _ = try await mailbox.state()
      return nil
    } catch {
      return error
    }
  }
}
