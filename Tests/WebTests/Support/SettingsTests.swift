import Foundation
import Testing

@testable import Web

@Suite struct SettingsTests {
  private func settings(_ environment: [String: String]) async throws -> Settings {
    try await SettingsReader(environment: environment).settings()
  }

  @Test("Without any setting it serves this machine only")
  func defaults() async throws {
    let settings = try await settings([:])
    #expect(settings.listenAddress == "127.0.0.1")
    #expect(settings.publicURL.absoluteString == "http://127.0.0.1:8080")
    #expect(!settings.isSecure)
    #expect(settings.smtp == nil)
  }

  @Test(
    "A wrong value stops the start with a message that names the key",
    arguments: [
      ("STEHTISCH_PORT", "eighty"), ("STEHTISCH_PORT", "70000"), ("STEHTISCH_URL", "tisch"),
      ("STEHTISCH_URL", "http://tisch.example.org"), ("STEHTISCH_URL", "https://tisch.example.org/here"),
      ("STEHTISCH_UPLOAD_MEGABYTES", "-1"), ("STEHTISCH_TRUSTED_PROXY", "perhaps"), ("STEHTISCH_LOG_LEVEL", "loud"),
      ("STEHTISCH_TLS_CERTIFICATE", "/nowhere.pem"), ("STEHTISCH_RETENTION_DAYS", "soon"),
    ])
  func wrong(_ key: String, _ value: String) async throws {
    var message = ""
    do { _ = try await settings([key: value]) } catch { message = "\(error)" }
    #expect(message.contains("STEHTISCH_TLS_KEY") || message.contains(key), "\(message)")
  }

  @Test("A build without TLS says so, and what to do", .enabled(if: !Encryption.isBuiltIn))
  func withoutTLS() async throws {
    let error = await #expect(throws: SettingsError.self) {
      _ = try await settings(["STEHTISCH_TLS_CERTIFICATE": "/etc/hostname", "STEHTISCH_TLS_KEY": "/etc/hostname"])
    }
    let message = error?.description ?? ""
    #expect(message.hasPrefix("STEHTISCH_TLS_CERTIFICATE is set, but this program was built without TLS"))
    #expect(message.contains("--traits TLS"))
  }

  @Test("A mail server's settings are checked, too")
  func mail() async throws {
    let settings = try await settings([
      "STEHTISCH_SMTP_HOST": "mail.example.org", "STEHTISCH_SMTP_SECURITY": "tls", "STEHTISCH_SMTP_USER": "tisch",
      "STEHTISCH_SMTP_PASSWORD": "secret",
    ])
    #expect(settings.smtp?.port == 465)
    #expect(settings.smtp?.login?.user == "tisch")
    for environment in [
      ["STEHTISCH_SMTP_HOST": "m", "STEHTISCH_SMTP_SECURITY": "some"],
      ["STEHTISCH_SMTP_HOST": "m", "STEHTISCH_SMTP_USER": "u"],
      ["STEHTISCH_SMTP_HOST": "m", "STEHTISCH_SMTP_AUTHORITY": "/nowhere"],
    ] {
      await #expect(throws: SettingsError.self) { _ = try await self.settings(environment) }
    }
  }

  @Test("The file is read, and the environment wins over it")
  func file() async throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).conf")
    try "STEHTISCH_PORT=9000\nSTEHTISCH_ADDRESS=0.0.0.0\n".write(to: file, atomically: true, encoding: .utf8)
    let settings = try await SettingsReader(environment: ["STEHTISCH_PORT": "9001"], file: file.path).settings()
    #expect(settings.port == 9001)
    #expect(settings.listenAddress == "0.0.0.0")
  }
}
