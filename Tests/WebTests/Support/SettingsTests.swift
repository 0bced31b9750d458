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

  @Test("What a service manager hands over as files wins over the file of settings, and the environment over both")
  func credentials() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "credentials-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "conf")
    try Data("STEHTISCH_METRICS_TOKEN=file\nSTEHTISCH_PORT=8081\n".utf8).write(to: file)
    try Data("handed over\n".utf8).write(to: folder.appending(path: "STEHTISCH_METRICS_TOKEN"))
    let place = ["CREDENTIALS_DIRECTORY": folder.path]
    let settings = try await SettingsReader(environment: place, file: file.path).settings()
    #expect(settings.metricsToken == "handed over" && settings.port == 8081)
    let environment = place.merging(["STEHTISCH_METRICS_TOKEN": "mine"]) { $1 }
    #expect(try await SettingsReader(environment: environment, file: file.path).settings().metricsToken == "mine")
    try Data("x".utf8).write(to: folder.appending(path: "STEHTISCH_NO_SUCH_KEY"))
    await #expect(throws: SettingsError.self) { try await SettingsReader(environment: place).settings() }
  }

  @Test("A mailbox needs a login and an address for replies, and only this machine goes unencrypted")
  func mailbox() async throws {
    let whole = [
      "STEHTISCH_IMAP_HOST": "imap.example.org", "STEHTISCH_IMAP_USER": "tisch", "STEHTISCH_IMAP_PASSWORD": "secret",
      "STEHTISCH_MAIL_REPLIES": "tisch@example.org",
    ]
    let imap = try #require(try await settings(whole).imap)
    #expect(imap.port == 993 && imap.folder == "INBOX" && imap.interval == 60 && !imap.deletes)
    #expect(!imap.name.contains("secret"))
    for key in whole.keys where key != "STEHTISCH_IMAP_HOST" {
      await #expect(throws: SettingsError.self) { try await settings(whole.filter { $0.key != key }) }
    }
    await #expect(throws: SettingsError.self) {
      try await settings(whole.merging(["STEHTISCH_IMAP_SECURITY": "none"]) { $1 })
    }
    let here = whole.merging(["STEHTISCH_IMAP_SECURITY": "none", "STEHTISCH_IMAP_HOST": "127.0.0.1"]) { $1 }
    #expect(try await settings(here).imap?.port == 143)
  }

  @Test(
    "A wrong value stops the start with a message that names the key",
    arguments: [
      ("STEHTISCH_PORT", "eighty"), ("STEHTISCH_PORT", "70000"), ("STEHTISCH_URL", "tisch"),
      ("STEHTISCH_URL", "http://tisch.example.org"), ("STEHTISCH_URL", "https://tisch.example.org/here"),
      ("STEHTISCH_UPLOAD_MEGABYTES", "-1"), ("STEHTISCH_TRUSTED_PROXY", "perhaps"), ("STEHTISCH_LOG_LEVEL", "loud"),
      ("STEHTISCH_TLS_CERTIFICATE", "/nowhere.pem"), ("STEHTISCH_RETENTION_DAYS", "soon"),
      ("STEHTISCH_IMAP_HOST", "a b"),
    ])
  func wrong(_ key: String, _ value: String) async throws {
    var message = ""
    do { _ = try await settings([key: value]) } catch { message = "\(error)" }
    #expect(message.contains("STEHTISCH_TLS_KEY") || message.contains(key), "\(message)")
  }

  @Test("A build without TLS says so, and what to do about it", .enabled(if: !EncryptionTrait.isBuiltIn))
  func withoutTLS() async throws {
    let error = await #expect(throws: SettingsError.self) {
      _ = try await settings(["STEHTISCH_TLS_CERTIFICATE": "/etc/hostname", "STEHTISCH_TLS_KEY": "/etc/hostname"])
    }
    let message = error?.description ?? ""
    #expect(message.hasPrefix("STEHTISCH_TLS_CERTIFICATE is set, but this program was built without TLS"))
    #expect(message.contains("--traits TLS"))
  }

  @Test("A mail server's settings are checked too")
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

  @Test(
    "A key that is mistyped is named, with the one that is meant",
    arguments: [
      ("STEHTISCH_PROT", "STEHTISCH_PORT"), ("STEHTISCH_SMTP_PASSWROD", "STEHTISCH_SMTP_PASSWORD"),
      ("STEHTISCH_DATE", "STEHTISCH_DATA"), ("STEHTISCH_FLAVOUR", "docs/operating.md"),
    ])
  func mistyped(_ key: String, _ meant: String) async throws {
    await #expect { _ = try await settings([key: "1"]) } throws: {
      "\($0)".hasPrefix("\(key) is no setting") && "\($0)".contains(meant)
    }
  }

  @Test("Several mistyped keys are named together")
  func severalMistyped() async throws {
    await #expect { _ = try await settings(["STEHTISCH_PROT": "1", "STEHTISCH_FLAVOUR": "2"]) } throws: {
      ["STEHTISCH_PROT", "STEHTISCH_PORT", "STEHTISCH_FLAVOUR"].allSatisfy("\($0)".contains)
    }
  }

  @Test(
    "A mark with an accent behind it is still that mark, and a remark ends with its line",
    arguments: [
      "A=x\\\u{301}y", "A=x\"\u{301}y", "A=\"x\"\u{301}", "A=x #\u{301}", "# C:\\data\\\nA=1", " ; x\\ ",
      "# all of an old Mac's file\rA=1\rB=2",
    ])
  func systemd(_ lines: String) throws {
    #expect(throws: SettingsFile.FormError.self) { try read(lines) }
    let values = try read("A=x#\u{301}\nB=\"\\\\\u{301}\"\n# C:\\data\\ \u{B7}\nC=1")
    #expect(values == ["A": "x#\u{301}", "B": "\\\u{301}", "C": "1"])
  }

  @Test("A key that does nothing alone is not a typo, nor is somebody else's key")
  func harmless() async throws {
    let keys = ["STEHTISCH_TLS_KEY", "STEHTISCH_SMTP_PASSWORD", "STEHTISCH_TURN_SECRET", "LANG", "PATH", "STEHTISCH"]
    for key in keys { _ = try await settings([key: "/usr/bin"]) }
  }

  private func read(_ lines: String) throws -> [String: String] {
    try SettingsFile(Data(lines.utf8), name: "stehtisch.conf").values
  }

  @Test("Values in the form that systemd reads the same way")
  func lines() throws {
    let values = try read(
      """
      # a remark
      ; another
      A=plain
      B= blanks around are cut\t
      C="  kept, with # and ' and \\" and \\\\ and \\$ "
      D=
      E=a#b=c
      A=later
      F=Straße\r

      """)
    #expect(
      values == [
        "A": "later", "B": "blanks around are cut", "C": "  kept, with # and ' and \" and \\ and $ ", "D": "",
        "E": "a#b=c", "F": "Straße",
      ])
  }

  @Test(
    "What systemd would read otherwise is refused with the line's number",
    arguments: [
      "A=it's", "A='quoted'", "A=8080 # the port", "A=\"open", "A=\"a\" # remark", "A=\"a\"b", "A=back\\slash",
      "A=\"a\\n\"", "export A=1", "A = 1", "just words", "=1", "1A=1", "A=a\u{0}b", "A=a\u{7F}",
    ])
  func refused(_ line: String) throws {
    #expect { _ = try read("# first\n\n\(line)\n") } throws: { "\($0)".hasPrefix("stehtisch.conf, line 3: ") }
  }

  @Test("A missing file is named")
  func noFile() async throws {
    await #expect { _ = try await SettingsReader(environment: [:], file: "/nowhere/at/all") } throws: {
      "\($0)".contains("/nowhere/at/all")
    }
  }
}
