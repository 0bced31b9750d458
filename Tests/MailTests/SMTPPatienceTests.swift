import Foundation
import Testing

@testable import Mail

@Suite("A mail server that falls silent", .timeLimit(.minutes(1)))
struct SMTPPatienceTests {
  private static let silences: [(verb: String, step: SMTPStep)] = [
    ("CONNECT", .greeting), ("EHLO", .greeting), ("PASSWORD", .greeting), ("MAIL", .sender), ("RCPT", .recipient),
    ("DATA", .data), ("CONTENT", .acceptance),
  ]

  private func transport(to server: ScriptedServer, seconds: Int) -> SMTPTransport {
    SMTPTransport(
      SMTPSettings(
        host: "127.0.0.1", port: server.port, security: .none, login: .init(user: "joe", password: "secret"),
        patience: .within(seconds)))
  }

  @Test(
    "is left after the time for that step, without a long goodbye, and the step is told",
    arguments: SMTPPatienceTests.silences)
  func silence(verb: String, step: SMTPStep) async throws {
    let server = try ScriptedServer([verb: ["silence"]])
    defer { server.stop() }
    let transport = transport(to: server, seconds: 1)
    let start = ContinuousClock.now
    let failure = await #expect(throws: MailFailure.self) { try await transport.send(.sample()) }
    await transport.close()
    #expect(ContinuousClock.now - start < .seconds(5))
    #expect(failure?.kind == .silent && failure?.step == step)
    #expect(failure?.key == "mail.failure.silent.\(step.rawValue)")
    #expect(failure?.mayHaveBeenTaken == (step == .acceptance))
  }

  @Test(
    "keeps nobody from stopping: a step is given up soon, and the mail was not refused",
    arguments: SMTPPatienceTests.silences)
  func stop(verb: String, step: SMTPStep) async throws {
    let server = try ScriptedServer([verb: ["silence"]])
    defer { server.stop() }
    let transport = transport(to: server, seconds: 50)
    let sending = Task { try await transport.send(.sample()) }
    try await Task.sleep(for: .milliseconds(700))
    let start = ContinuousClock.now
    transport.stop()
    let outcome = await sending.result
    await transport.close()
    #expect(ContinuousClock.now - start < .seconds(10))
    #expect(throws: MailFailure.self) { try outcome.get() }
    do { try outcome.get() } catch let failure as MailFailure {
      #expect(failure.kind == .stopped && failure.step == step)
      #expect(failure.mayHaveBeenTaken == (step == .acceptance))
    }
  }

  @Test("After the stop nothing more is sent")
  func stopped() async throws {
    let server = try ScriptedServer()
    defer { server.stop() }
    let transport = transport(to: server, seconds: 5)
    transport.stop()
    let failure = await #expect(throws: MailFailure.self) { try await transport.send(.sample()) }
    #expect(failure?.kind == .stopped)
    #expect(server.seen.connections == 0)
  }

  @Test("No step waits longer than RFC 5321 asks for, and a silent server's next steps wait less")
  func bounds() {
    let asked: [SMTPStep: Int] = [
      .greeting: 300, .sender: 300, .recipient: 300, .data: 120, .content: 180, .acceptance: 600,
    ]
    for (step, seconds) in asked {
      #expect(SMTPPatience.standard.duration(of: step) <= .seconds(seconds))
      #expect(SMTPPatience.standard.shortened(to: .brisk).duration(of: step) <= .seconds(60))
    }
    #expect(SMTPPatience.within(2).shortened(to: .brisk) == .within(2))
  }

  @Test(
    "At most ten mails go over one connection, or as many as the server says",
    arguments: [
      ("250 test", 12, 2), ("250-test\r\n250 LIMITS RCPTMAX=5 MAILMAX=3", 7, 3),
      ("250-test\r\n250 LIMITS MAILMAX=500", 11, 2),
    ])
  func limits(greeting: String, mails: Int, connections: Int) async throws {
    let server = try ScriptedServer(["EHLO": [greeting]])
    defer { server.stop() }
    let transport = SMTPTransport(
      SMTPSettings(host: "127.0.0.1", port: server.port, security: .none, patience: .within(5)))
    for number in 1...mails { try await transport.send(.sample(messageID: "\(number)@example.org")) }
    #expect(server.seen.mails.count == mails && server.seen.connections == connections)
  }

  @Test(
    "A connection that the server closed meanwhile costs one fresh try, at once",
    arguments: ["drop", "421 idle too long"])
  func closedMeanwhile(reply: String) async throws {
    let server = try ScriptedServer(["MAIL": ["250 ok", reply, "250 ok"]])
    defer { server.stop() }
    let transport = SMTPTransport(
      SMTPSettings(host: "127.0.0.1", port: server.port, security: .none, patience: .within(5)))
    try await transport.send(.sample())
    try await transport.send(.sample(text: "second"))
    #expect(server.seen.mails.count == 2 && server.seen.connections == 2)
  }

  @Test("A mail of many megabytes arrives byte for byte")
  func large() async throws {
    let server = try ScriptedServer(["EHLO": ["250-test\r\n250 SIZE 99999999"]])
    defer { server.stop() }
    let transport = SMTPTransport(
      SMTPSettings(host: "127.0.0.1", port: server.port, security: .none, patience: .within(20)))
    let text = (0..<20_000).map { "Line \($0)\r\n." }.joined()
    let envelope = Envelope.sample(text: text)
    try await transport.send(envelope)
    #expect(server.seen.mails == ["Subject: x\r\n\r\n" + text.replacing("\r\n.", with: "\r\n..")])
    #expect(server.seen.commands.contains { $0.hasSuffix("SIZE=\(envelope.bytes.count)") })
  }
}
