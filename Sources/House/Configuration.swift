import Configuration
import Foundation
import Janus
import Mail
import Media
import NIOConcurrencyHelpers
import OpenID

/// The operator's settings, read once at start. Every key is documented in `docs/operating.md`.
package struct Settings: Sendable {
  /// The folder of all data: database, secret, uploads, outbox.
  package var data: URL
  /// A PostgreSQL's address; nil for SQLite in the data folder.
  package var database: String?
  /// This program's name among several that work with the same database; nil where it is the only one.
  package var node: String?
  package var listenAddress: String
  package var port: Int
  /// The address under which guests reach the program, without a final slash. Links in letters begin with it.
  package var publicURL: URL
  /// PEM files, if the program itself speaks TLS.
  package var tls: TLSFiles?
  /// True if `X-Forwarded-For` names the visitor, which is so only behind a proxy of one's own.
  package var trustsProxy: Bool
  /// Megabytes.
  package var uploadLimit: Int
  /// The most simultaneous connections.
  package var connections: Int
  /// The most of them for one address, or one IPv6 network; unlimited behind a proxy, which counts them itself.
  package var connectionsPerAddress: Int
  /// The token a reader of `/metrics` must bring; nil admits anybody on this machine.
  package var metricsToken: String?
  package var smtp: SMTPSettings?
  /// Servers through which browsers find each other; nil for none.
  package var turn: TurnSettings?
  /// Media servers for parties that are too large to go from page to page; nil for none.
  package var janus: JanusSettings?
  /// The address in From. Letters name the host next to it, and in Reply-To.
  package var mailFrom: String
  /// The address at which replies reach the program, without a guest's token; nil for none.
  package var mailReplies: String?
  /// The mailbox from which replies are fetched; nil if a mail server hands them over.
  package var imap: IMAPSettings?
  /// Days after which somebody who was imported and never invited is erased; 0 for never.
  package var retentionDays: Int
  /// Days after which somebody who never answered is erased; 0 for never.
  package var silentRetentionDays: Int
  /// The number of people erased on schedule at once without an extra week's wait; 0 for any number.
  package var retentionAtOnce: Int
  /// Seconds for which a host can undo an action that sends mail; 0 for none.
  package var takeBackSeconds: Int
  /// True to show the gallery of all pages.
  package var development: Bool
  package var logLevel: String
  /// The operator as named on pages and in letters.
  package var organisation = Organisation()
  package var quotas = Quotas()
  /// Scheduled backups; nil for none.
  package var backups: Backups?
  /// Providers by which hosts sign in, in the order of their buttons.
  package var providers: [ProviderSettings] = []
  /// True if a host may get a sign-in link by mail.
  package var mailsSignInLinks = true

  package init(
    data: URL, database: String? = nil, listenAddress: String, port: Int, publicURL: URL, tls: TLSFiles? = nil,
    trustsProxy: Bool,
    uploadLimit: Int, connections: Int, connectionsPerAddress: Int, metricsToken: String? = nil,
    smtp: SMTPSettings? = nil, turn: TurnSettings? = nil, mailFrom: String, mailReplies: String? = nil,
    imap: IMAPSettings? = nil, retentionDays: Int,
    silentRetentionDays: Int, retentionAtOnce: Int, takeBackSeconds: Int = 10, development: Bool, logLevel: String
  ) {
    self.data = data
    self.database = database
    self.listenAddress = listenAddress
    self.port = port
    self.publicURL = publicURL
    self.tls = tls
    self.trustsProxy = trustsProxy
    self.uploadLimit = uploadLimit
    self.connections = connections
    self.connectionsPerAddress = connectionsPerAddress
    self.metricsToken = metricsToken
    self.smtp = smtp
    self.turn = turn
    self.mailFrom = mailFrom
    self.mailReplies = mailReplies
    self.imap = imap
    self.retentionDays = retentionDays
    self.silentRetentionDays = silentRetentionDays
    self.retentionAtOnce = retentionAtOnce
    self.takeBackSeconds = takeBackSeconds
    self.development = development
    self.logLevel = logLevel
  }

  package struct Backups: Sendable {
    package let folder: URL
    /// The hours between two.
    package let hours: Int
    /// The number that stay.
    package let kept: Int

    package init(folder: URL, hours: Int, kept: Int) {
      self.folder = folder
      self.hours = hours
      self.kept = kept
    }
  }

  package struct TLSFiles: Sendable {
    package let certificate: String
    package let key: String

    package init(certificate: String, key: String) {
      self.certificate = certificate
      self.key = key
    }
  }

  /// True on https: cookies then have `Secure` and the `__Host-` prefix; on http only a loopback address is served.
  package var isSecure: Bool { publicURL.scheme == "https" }

  /// The origin of our pages as browsers see it (RFC 6454 §6.1): the public address, whatever a request says about
  /// itself. The scheme's default port is left out.
  package var origin: String {
    let usual = isSecure ? 443 : 80
    let port = publicURL.port.flatMap { $0 == usual ? nil : ":\($0)" } ?? ""
    return "\(publicURL.scheme ?? "http")://\((publicURL.host() ?? "").lowercased())\(port)"
  }
}

extension Settings {
  /// Servers through which browsers find each other, by their addresses.
  package var relays: [String] { turn?.urls ?? [] }

  /// The place of mail as files if no mail server is set up.
  package var outboxFolder: URL { data.appending(path: "outbox", directoryHint: .isDirectory) }
}

/// A key whose value can't be used, which stops the start.
package struct SettingsError: Error, CustomStringConvertible {
  package let description: String

  package init(description: String) {
    self.description = description
  }

  package init(_ key: String, _ value: String, expected: String) {
    description = "\(SettingsReader.variable(key)) is “\(value)”, expected \(expected)."
  }

  package init(missing key: String, because reason: String) {
    description = "\(SettingsReader.variable(key)) is not set, \(reason)."
  }

  package init(unavailable key: String, because reason: String) {
    description = "\(SettingsReader.variable(key)) is set, but \(reason)."
  }
}

/// Reads settings from the environment, then from what a service manager hands over, then from a file of `KEY=value` lines. The first wins.
package struct SettingsReader {
  private let reader: ConfigReader
  private let given: Set<String>
  private let asked = NIOLockedValueBox<Set<String>>([])

  /// - Parameter file: the optional file; nil for `stehtisch.conf` in the working folder, if there is one.
  /// - Throws: if the file can't be read, or has a line in an unknown form.
  package init(environment: [String: String], file: String? = nil) async throws {
    var providers: [any ConfigProvider] = [EnvironmentVariablesProvider(environmentVariables: environment)]
    var given = environment.keys.filter { $0.hasPrefix("STEHTISCH_") }
    let credentials = try Credentials(in: environment["CREDENTIALS_DIRECTORY"]).values
    if !credentials.isEmpty { providers.append(EnvironmentVariablesProvider(environmentVariables: credentials)) }
    given += credentials.keys
    let path = file ?? "stehtisch.conf"
    if file != nil || FileManager.default.fileExists(atPath: path) {
      let values = try Self.content(of: path)
      providers.append(EnvironmentVariablesProvider(environmentVariables: values))
      given += values.keys
    }
    self.given = Set(given)
    reader = ConfigReader(providers: providers)
  }

  private static func content(of path: String) throws -> [String: String] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw SettingsError(description: "The settings file \(path) can't be read.")
    }
    return try SettingsFile(data, name: path).values
  }

  static func variable(_ key: String) -> String {
    "STEHTISCH_" + key.uppercased().replacing(".", with: "_")
  }

  package func settings() throws -> Settings {
    let port = try number("port", 1...65_535) ?? 8080
    let address = text("address") ?? "127.0.0.1"
    let url = try publicURL(fallback: "http://\(address == "0.0.0.0" ? "127.0.0.1" : address):\(port)")
    var settings = Settings(
      data: URL(filePath: text("data") ?? "data", directoryHint: .isDirectory),
      database: try database(), listenAddress: address, port: port, publicURL: url, tls: try tlsFiles(),
      trustsProxy: try truth("trusted.proxy") ?? false,
      uploadLimit: try number("upload.megabytes", 1...1024) ?? 64,
      connections: try number("connections", 16...1_000_000) ?? 4096,
      connectionsPerAddress: try number("connections.per.address", 1...1_000_000) ?? 512,
      metricsToken: text("metrics.token"),
      smtp: try smtp(), turn: try turn(), mailFrom: text("mail.from") ?? "stehtisch@\(url.host() ?? "localhost")",
      mailReplies: try replyAddress(), imap: try imap(),
      retentionDays: try number("retention.days", 0...3650) ?? 90,
      silentRetentionDays: try number("retention.silent.days", 0...3650) ?? 180,
      retentionAtOnce: try number("retention.at.once", 0...1_000_000) ?? 100,
      takeBackSeconds: try number("take.back.seconds", 0...120) ?? 10,
      development: try truth("development") ?? false, logLevel: try logLevel())
    settings.node = try nodeName(settings.database, hasMailServer: settings.smtp != nil)
    settings.organisation = try organisation()
    settings.providers = try providers()
    settings.mailsSignInLinks = try mailsSignInLinks(settings.providers)
    settings.quotas = try quotas()
    settings.backups = try backups()
    settings.janus = try janus()
    try SettingKeys(asked: asked.withLockedValue { $0 }).demandKnown(given)
    return settings
  }

  private func database() throws -> String? {
    guard let address = text("database") else { return nil }
    guard ["postgresql://", "postgres://"].contains(where: address.hasPrefix) else {
      // It may contain a password.
      throw SettingsError("database", "…", expected: "an address such as postgresql://user@host/stehtisch")
    }
    return address
  }

  /// It stands in addresses, in the configuration of load balancers, and in the server's list of connections.
  private func nodeName(_ database: String?, hasMailServer: Bool) throws -> String? {
    guard let name = text("node") else { return nil }
    guard name.wholeMatch(of: /[a-z0-9][a-z0-9-]{0,19}/) != nil else {
      throw SettingsError("node", name, expected: "up to 20 letters from a to z, digits and hyphens")
    }
    guard database != nil else {
      throw SettingsError(
        missing: "database", because: "but \(Self.variable("node")) is: several nodes share a PostgreSQL")
    }
    // Files of mails would lie on one of the machines, where nobody on another one could erase them.
    guard hasMailServer else {
      throw SettingsError(
        missing: "smtp.host", because: "but \(Self.variable("node")) is: several nodes need a mail server")
    }
    return name
  }

  private func publicURL(fallback: String) throws -> URL {
    let value = text("url") ?? fallback
    let trimmed = value.hasSuffix("/") ? String(value.dropLast()) : value
    guard let url = URL(string: trimmed), let host = url.host(), ["http", "https"].contains(url.scheme),
      url.path().isEmpty
    else { throw SettingsError("url", value, expected: "an address such as https://tisch.example.org") }
    guard url.scheme == "https" || ["127.0.0.1", "localhost", "::1", "[::1]"].contains(host) else {
      throw SettingsError("url", value, expected: "https: without it personal links could be read on the way")
    }
    return url
  }

  private func tlsFiles() throws -> Settings.TLSFiles? {
    guard let certificate = text("tls.certificate") else { return nil }
    guard EncryptionTrait.isBuiltIn else {
      throw SettingsError(unavailable: "tls.certificate", because: EncryptionTrait.absence)
    }
    guard let key = text("tls.key") else {
      throw SettingsError(missing: "tls.key", because: "but \(Self.variable("tls.certificate")) is")
    }
    for (name, path) in [("tls.certificate", certificate), ("tls.key", key)]
    where !FileManager.default.isReadableFile(atPath: path) {
      throw SettingsError(name, path, expected: "a file that can be read")
    }
    return Settings.TLSFiles(certificate: certificate, key: key)
  }

  private func logLevel() throws -> String {
    let levels = ["trace", "debug", "info", "notice", "warning", "error", "critical"]
    let value = text("log.level") ?? "info"
    guard levels.contains(value) else {
      throw SettingsError("log.level", value, expected: "one of \(levels.joined(separator: ", "))")
    }
    return value
  }

  func text(_ key: String) -> String? {
    asked.withLockedValue { _ = $0.insert(key) }
    let value = reader.string(
      forKey: ConfigKey("stehtisch." + key), isSecret: ["password", "secret", "token"].contains(where: key.hasSuffix))
    return value?.isEmpty == true ? nil : value
  }

  func number(_ key: String, _ range: ClosedRange<Int>) throws -> Int? {
    guard let value = text(key) else { return nil }
    guard let number = Int(typed: value, in: range) else {
      throw SettingsError(key, value, expected: "a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  func truth(_ key: String) throws -> Bool? {
    guard let value = text(key) else { return nil }
    switch value.lowercased() {
    case "true", "yes", "1": return true
    case "false", "no", "0": return false
    default: throw SettingsError(key, value, expected: "true or false")
    }
  }
}
