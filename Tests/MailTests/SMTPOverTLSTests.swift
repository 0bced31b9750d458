import Foundation
import Testing

@testable import Mail

@Suite("SMTP with a different make of server", .enabled(if: MailServerProcess.isAvailable), .timeLimit(.minutes(1)))
struct SMTPOverTLSTests {
  @Test(
    "A mail arrives encrypted and signed in", arguments: [SMTPSettings.Security.tls, .startTLS, .startTLSIfOffered])
  func delivers(security: SMTPSettings.Security) async throws {
    let server = try MailServerProcess(encryption: security == .tls ? "--tls" : "--starttls", "--auth joe:secret")
    defer { server.stop() }
    let transport = transport(to: server, security, password: "secret")
    try await transport.probe()
    try await transport.send(.sample(text: ".dot\r\n"))
    #expect(server.mails == ["Subject: x\r\n\r\n.dot\r\n\r\n"])
  }

  @Test("A wrong password is told apart", arguments: [SMTPSettings.Security.tls, .startTLS])
  func refusesPassword(security: SMTPSettings.Security) async throws {
    let server = try MailServerProcess(encryption: security == .tls ? "--tls" : "--starttls", "--auth joe:secret")
    defer { server.stop() }
    let failure = await #expect(throws: MailFailure.self) {
      try await transport(to: server, security, password: "wrong").probe()
    }
    #expect(failure?.kind == .authentication)
    #expect(failure?.code == 535)
  }

  @Test("An untrusted certificate is not accepted", arguments: [SMTPSettings.Security.tls, .startTLS])
  func refusesCertificate(security: SMTPSettings.Security) async throws {
    let server = try MailServerProcess(encryption: security == .tls ? "--tls" : "--starttls")
    defer { server.stop() }
    var settings = SMTPSettings(host: "127.0.0.1", port: server.port, security: security)
    settings.patience = .within(5)
    let transport = SMTPTransport(settings)
    let failure = await #expect(throws: MailFailure.self) { try await transport.send(.sample()) }
    #expect(failure?.kind == .tls)
    #expect(server.mails.isEmpty)
  }

  @Test("A server that dies after the mail was sent leaves it open whether it accepted it")
  func knowsTheOneWindow() async throws {
    let server = try MailServerProcess(encryption: nil, "--crash-after-accept")
    defer { server.stop() }
    let transport = SMTPTransport(SMTPSettings(host: "127.0.0.1", port: server.port, security: .none))
    let failure = await #expect(throws: MailFailure.self) { try await transport.send(.sample()) }
    #expect(failure?.mayHaveBeenTaken == true)
    #expect(server.mails.count == 1)
  }

  @Test("An unknown recipient, and one refused for now")
  func refusesRecipients() async throws {
    let server = try MailServerProcess(encryption: nil, "--reject guest@example.net --tempfail 1")
    defer { server.stop() }
    let transport = SMTPTransport(SMTPSettings(host: "127.0.0.1", port: server.port, security: .none))
    let early = await #expect(throws: MailFailure.self) { try await transport.send(.sample()) }
    let unknown = await #expect(throws: MailFailure.self) { try await transport.send(.sample()) }
    #expect(early?.kind == .temporary)
    #expect(unknown == MailFailure(.permanent, code: 550, reply: "550 5.1.1 No such user here", step: .recipient))
  }

  private func transport(
    to server: MailServerProcess, _ security: SMTPSettings.Security, password: String
  ) -> SMTPTransport {
    SMTPTransport(
      SMTPSettings(
        host: "localhost", port: server.port, security: security, login: .init(user: "joe", password: password),
        authorityFile: server.authorityFile, patience: .within(10)))
  }
}
