import Foundation
import Testing

@testable import Mail

@Suite("Sending by SMTP", .timeLimit(.minutes(1)))
struct SMTPTransportTests {
  @Test("A mail arrives byte for byte, even with lines that begin with a dot")
  func delivers() async throws {
    let server = try ScriptedServer()
    defer { server.stop() }
    try await transport(to: server).send(.sample(text: ".dot\r\n..two\r\nend"))
    #expect(server.seen.mails == ["Subject: x\r\n\r\n..dot\r\n...two\r\nend"])
    #expect(server.seen.commands.contains { $0.hasPrefix("MAIL FROM:<host@example.org>") })
    #expect(server.seen.commands.filter { $0.hasPrefix("RCPT") } == ["RCPT TO:<guest@example.net>"])
  }

  @Test("The server is greeted with the name of the settings")
  func greets() async throws {
    let server = try ScriptedServer()
    defer { server.stop() }
    try await transport(to: server).send(.sample())
    #expect(server.seen.commands.first == "EHLO letters.example.org")
  }

  @Test("Two mails in a row share a connection")
  func reuses() async throws {
    let server = try ScriptedServer()
    defer { server.stop() }
    let transport = transport(to: server)
    try await transport.send(.sample())
    try await transport.send(.sample(text: "second"))
    #expect(server.seen.mails.count == 2)
    #expect(server.seen.connections == 1)
  }

  @Test(
    "A refusal is told in the server's words and sorted by who can mend it",
    arguments: [
      ("CONNECT", "554 not you", MailFailure.Kind.unreachable), ("CONNECT", "421 too busy", .temporary),
      ("MAIL", "451 later", .temporary), ("MAIL", "530 5.7.0 sign in first", .authentication),
      ("MAIL", "553 no such sender", .sender), ("MAIL", "552 5.3.4 too big", .permanent),
      ("RCPT", "450 4.2.0 greylisted", .temporary),
      ("RCPT", "550 5.1.1 nobody here", .permanent), ("RCPT", "550-5.7.1 first\r\n550 5.7.1 second", .permanent),
      ("DATA", "452 disk full", .temporary), ("CONTENT", "554 5.7.1 spam", .permanent),
      ("CONTENT", "451 scan", .temporary),
    ])
  func classifies(verb: String, reply: String, kind: MailFailure.Kind) async throws {
    let server = try ScriptedServer([verb: [reply]])
    defer { server.stop() }
    let failure = await #expect(throws: MailFailure.self) { try await transport(to: server).send(.sample()) }
    #expect(failure?.kind == kind)
    #expect(failure?.code == Int(reply.prefix(3)))
    #expect(failure?.reply == reply.replacing("\r\n", with: "\n"))
    #expect(failure?.mayHaveBeenTaken == false)
    #expect(server.seen.mails.isEmpty)
  }

  @Test("A greylisted mail goes through at the second attempt")
  func passesGreylisting() async throws {
    let server = try ScriptedServer(["RCPT": ["451 4.7.1 greylisted", "250 ok"]])
    defer { server.stop() }
    let transport = transport(to: server)
    let failure = await #expect(throws: MailFailure.self) { try await transport.send(.sample()) }
    #expect(failure?.isWorthRetrying == true)
    try await transport.send(.sample())
    #expect(server.seen.mails.count == 1)
  }

  @Test("A connection that breaks is no refusal", arguments: ["CONNECT", "EHLO", "MAIL", "RCPT", "DATA"])
  func survivesDrops(verb: String) async throws {
    let server = try ScriptedServer([verb: ["drop"]])
    defer { server.stop() }
    let failure = await #expect(throws: MailFailure.self) { try await transport(to: server).send(.sample()) }
    #expect(failure?.kind == .unreachable)
    #expect(failure?.isWorthRetrying == true)
    #expect(failure?.mayHaveBeenTaken == false)
  }

  @Test("A connection that breaks after the last line may have delivered the mail")
  func knowsTheOneWindow() async throws {
    let server = try ScriptedServer(["CONTENT": ["drop"]])
    defer { server.stop() }
    let failure = await #expect(throws: MailFailure.self) { try await transport(to: server).send(.sample()) }
    #expect(failure?.kind == .unreachable)
    #expect(failure?.mayHaveBeenTaken == true)
  }

  @Test("A refused login is a matter for the operator")
  func reportsRefusedLogin() async throws {
    let server = try ScriptedServer(["AUTH": ["535 5.7.8 wrong password"]])
    defer { server.stop() }
    let transport = transport(to: server, login: .init(user: "joe", password: "secret"))
    let failure = await #expect(throws: MailFailure.self) { try await transport.send(.sample()) }
    #expect(failure == MailFailure(.authentication, code: 535, reply: "535 5.7.8 wrong password", step: .greeting))
  }

  @Test("Without STARTTLS neither password nor mail is sent if encryption is required")
  func insistsOnEncryption() async throws {
    let server = try ScriptedServer()
    defer { server.stop() }
    for security in [SMTPSettings.Security.startTLS, .startTLSIfOffered] {
      let transport = transport(to: server, security: security, login: .init(user: "joe", password: "secret"))
      let failure = await #expect(throws: MailFailure.self) { try await transport.send(.sample()) }
      #expect(failure?.kind == .tls)
    }
    #expect(!server.seen.commands.contains { $0.hasPrefix("AUTH") || $0.hasPrefix("MAIL") })
  }

  @Test("An absent server is unreachable")
  func reportsAbsence() async throws {
    let server = try ScriptedServer()
    let transport = transport(to: server)
    server.stop()
    try await Task.sleep(for: .milliseconds(50))
    let failure = await #expect(throws: MailFailure.self) { try await transport.send(.sample()) }
    #expect(failure?.kind == .unreachable)
  }

  @Test(
    "An address cannot smuggle in a command",
    arguments: ["a@example.org>\r\nRSET", "a@b@c", "", "a b@example.org", "a@müller.example"])
  func refusesInjection(address: String) async throws {
    let server = try ScriptedServer()
    defer { server.stop() }
    let envelope = Envelope(from: "host@example.org", recipient: address, messageID: "1@example.org", bytes: [])
    let failure = await #expect(throws: MailFailure.self) { try await transport(to: server).send(envelope) }
    #expect(failure?.kind == .badAddress)
    #expect(server.seen.commands.isEmpty)
  }

  @Test("A probe logs in and sends nothing")
  func probes() async throws {
    let server = try ScriptedServer()
    defer { server.stop() }
    try await transport(to: server, login: .init(user: "joe", password: "secret")).probe()
    let verbs = server.seen.commands.map { $0.prefix { $0.isLetter } }
    #expect(verbs.starts(with: ["EHLO", "AUTH", "NOOP"]))
    #expect(!verbs.contains("MAIL"))
  }

  @Test("A probe checks that the server lets us send under our name")
  func probesSender() async throws {
    let server = try ScriptedServer(["MAIL": ["550 5.7.1 not yours"], "RSET": ["250 ok"]])
    defer { server.stop() }
    var settings = SMTPSettings(host: "127.0.0.1", port: server.port, security: .none, patience: .within(5))
    settings.probedSender = "host@example.org"
    let transport = SMTPTransport(settings)
    let failure = await #expect(throws: MailFailure.self) { try await transport.probe() }
    #expect(failure?.kind == .sender && failure?.code == 550)
    #expect(!server.seen.commands.contains { $0.hasPrefix("RCPT") })
  }

  @Test("A probe notices that nobody asks for the login")
  func probesForLogin() async throws {
    let server = try ScriptedServer(["EHLO": ["250 test"]])
    defer { server.stop() }
    let transport = transport(to: server, login: .init(user: "joe", password: "secret"))
    let failure = await #expect(throws: MailFailure.self) { try await transport.probe() }
    #expect(failure?.kind == .authentication)
  }

  @Test("A temporarily refused login is retried later")
  func retriesLogin() async throws {
    let server = try ScriptedServer(["PASSWORD": ["454 4.7.0 directory is down", "235 welcome"]])
    defer { server.stop() }
    let transport = transport(to: server, login: .init(user: "joe", password: "secret"))
    let failure = await #expect(throws: MailFailure.self) { try await transport.send(.sample()) }
    #expect(failure?.kind == .temporary)
    try await transport.send(.sample())
  }

  private func transport(
    to server: ScriptedServer, security: SMTPSettings.Security = .none, login: SMTPSettings.Login? = nil
  ) -> SMTPTransport {
    SMTPTransport(
      SMTPSettings(
        host: "127.0.0.1", port: server.port, security: security, login: login,
        greetingName: "letters.example.org", patience: .within(5)))
  }
}

extension Envelope {
  static func sample(text: String = "hello", messageID: String = "1@example.org") -> Envelope {
    Envelope(
      from: "host@example.org", recipient: "guest@example.net", messageID: messageID,
      bytes: Array("Subject: x\r\n\r\n\(text)\r\n".utf8))
  }
}
