import Core
import Foundation
import SystemZones
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

@Suite("Doctor")
struct CheckupTests {
  private func texts(_ kind: Finding.Kind, _ findings: [Finding]) -> [String] {
    findings.filter { $0.kind == kind }.map(\.text)
  }

  @Test("Before the first start nothing is broken, and nothing is created")
  func beforeFirstStart() async throws {
    let folder = try OperatingFolder()
    let findings = await Checkup(try await folder.settings()).findings()
    #expect(texts(.fault, findings) == [])
    #expect(texts(.hint, findings).contains { $0.contains("the first start makes it") })
    #expect(!FileManager.default.fileExists(atPath: folder.data.path))
  }

  @Test("Every finding is said in German, too")
  func german() async throws {
    let folder = try OperatingFolder()
    let t = Phrases(try Strings.bundled(), .german)
    for finding in await Checkup(try await folder.settings()).findings() {
      #expect(finding.text(t) != finding.text && !finding.text(t).contains("{"), "\(finding.text)")
    }
  }

  @Test("What a mail server answered is told in the reader's language, its own words as they are")
  func mailServer() async throws {
    let folder = try OperatingFolder()
    let settings = try await folder.settings(["STEHTISCH_SMTP_HOST": "127.0.0.1", "STEHTISCH_SMTP_PORT": "9"])
    let fault = try #require(
      await Checkup(settings).findings().first { $0.message.key == "doctor.mail.fault" })
    let reason = try #require(fault.reason)
    let (german, english) = (Phrases(try Strings.bundled(), .german), Phrases(try Strings.bundled(), .english))
    #expect(fault.text(german).hasSuffix(german(reason)) && fault.text(english).hasSuffix(english(reason)))
    #expect(german(reason) != english(reason))
  }

  @Test(
    "A command speaks the language that the terminal is set to, by the first of the variables that is set",
    arguments: [
      ([:], Language.english), (["LANG": "de_DE.UTF-8"], .german), (["LANG": "de_AT", "LC_ALL": "C"], .english),
      (["LANG": "C", "LC_MESSAGES": "de_CH.UTF-8", "LC_ALL": ""], .german),
    ])
  func terminal(environment: [String: String], language: Language) {
    #expect(LanguageChoice.language(environment) == language)
  }

  @Test("After the first start the database is sound, flushed and at the newest schema")
  func afterFirstStart() async throws {
    let folder = try OperatingFolder()
    try await folder.filled()
    let findings = await Checkup(try await folder.settings()).findings()
    #expect(texts(.fault, findings) == [])
    let good = texts(.good, findings)
    for word in ["Database: opens, schema", "synchronous=FULL", "quick_check", "Secret key", "Time zones"] {
      #expect(good.contains { $0.contains(word) }, "\(word)")
    }
  }

  @Test("A database from a newer program is a fault")
  func newerSchema() async throws {
    let folder = try OperatingFolder()
    try await folder.filled().database.write { try $0.execute("INSERT INTO migration (number) VALUES (999)") }
    let findings = await Checkup(try await folder.settings()).findings()
    #expect(texts(.fault, findings).contains { $0.contains("schema 999 is newer") })
  }

  @Test("A file that is no database is a fault")
  func damagedDatabase() async throws {
    let folder = try OperatingFolder()
    try FileManager.default.createDirectory(at: folder.data, withIntermediateDirectories: true)
    try Data(repeating: 65, count: 9000).write(to: folder.data.appending(path: "stehtisch.sqlite"))
    let findings = await Checkup(try await folder.settings()).findings()
    #expect(texts(.fault, findings).contains { $0.hasPrefix("Database: can't be opened") })
  }

  @Test("A missing secret key, and one that others can read, are faults", arguments: [true, false])
  func secretKey(isMissing: Bool) async throws {
    let folder = try OperatingFolder()
    try await folder.filled()
    let key = folder.data.appending(path: "secret.key").path
    if isMissing { try FileManager.default.removeItem(atPath: key) } else { chmod(key, 0o644) }
    let findings = await Checkup(try await folder.settings()).findings()
    let fault = isMissing ? "Secret key" : "Data folder: others may read \(key)"
    #expect(texts(.fault, findings).contains { $0.hasPrefix(fault) })
  }

  @Test("A mail server that does not answer is a fault with its name in it")
  func unreachableServer() async throws {
    let folder = try OperatingFolder()
    let settings = try await folder.settings([
      "STEHTISCH_SMTP_HOST": "127.0.0.1", "STEHTISCH_SMTP_PORT": "1", "STEHTISCH_SMTP_SECURITY": "none",
    ])
    let findings = await Checkup(settings).findings()
    #expect(texts(.fault, findings).contains { $0.hasPrefix("Mail: 127.0.0.1, port 1") })
  }

  @Test("A clock from before the program was built is a fault")
  func clockFromThePast() async throws {
    let settings = try await OperatingFolder().settings()
    #expect(Checkup(settings, now: Date(timeIntervalSince1970: 0)).clock.kind == .fault)
    #expect(Checkup(settings).clock.kind == .good)
  }

  @Test(
    "Missing time zones are a fault that names the package; those there are say as of when and agree with the system")
  func timeZones() async throws {
    let settings = try await OperatingFolder().settings()
    let missing = Checkup(settings, zones: SystemZones(folder: "/nonexistent")).timeZones
    #expect(missing.map(\.kind) == [.fault] && missing[0].text.contains("tzdata"))
    let found = Checkup(settings).timeZones
    #expect(found.contains { $0.text.contains("tzdata 20") })
    #expect(found.contains { $0.kind == .good && $0.text.contains("agree") })
    #expect(throws: MissingZones.self) { try SystemZones(folder: "/nonexistent").check() }
  }

  @Test("A certificate that can't be read is a fault", .enabled(if: EncryptionTrait.isBuiltIn))
  func brokenCertificate() async throws {
    let folder = try OperatingFolder()
    let file = folder.url.appending(path: "broken.pem")
    try Data("nothing".utf8).write(to: file)
    let settings = try await folder.settings([
      "STEHTISCH_URL": "https://tisch.example.org", "STEHTISCH_TLS_CERTIFICATE": file.path,
      "STEHTISCH_TLS_KEY": file.path,
    ])
    #expect(Checkup(settings).encryption.map(\.kind) == [.fault])
  }

  @Test("Behind a proxy the doctor asks for the setting that trusts it", arguments: [("true", false), ("false", true)])
  func behindProxy(trusted: String, isHint: Bool) async throws {
    let settings = try await OperatingFolder().settings([
      "STEHTISCH_URL": "https://tisch.example.org", "STEHTISCH_TRUSTED_PROXY": trusted,
    ])
    #expect(Checkup(settings).encryption.map(\.kind) == [isHint ? .hint : .good])
  }
}
