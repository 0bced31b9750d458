import Formats
import Foundation
import Mail

/// The keys about mail.
extension SettingsReader {
  /// Nil without a server: mail then goes to the outbox folder.
  package func smtp() throws -> SMTPSettings? {
    guard let named = text("smtp.host") else { return nil }
    guard let host = InternationalDomain.ascii(named) else {
      throw SettingsError("smtp.host", named, expected: "the name of a mail server")
    }
    let security = try security()
    return SMTPSettings(
      host: host, port: try number("smtp.port", 1...65_535), security: security, login: try login(),
      authorityFile: try authorityFile(text("smtp.authority"), "smtp.authority"), greetingName: text("smtp.greeting"))
  }

  /// Nil if replies don't reach the program. Its local part leaves room for a guest's token (RFC 5321 §4.5.3.1.1).
  func replyAddress() throws -> String? {
    guard let address = text("mail.replies") else { return nil }
    let local = address.prefix { $0 != "@" }
    guard Correspondent(address: address).hasUsableAddress, address.utf8.allSatisfy({ $0 < 0x80 }),
      !local.contains("+"), local.utf8.count + 1 + ReplyAddress.tokenLength <= 64
    else {
      throw SettingsError(
        "mail.replies", address, expected: "an address such as tisch@example.org, before the @ at most 24 letters")
    }
    return address
  }

  /// Nil if no mailbox is to be read.
  func imap() throws -> IMAPSettings? {
    guard let named = text("imap.host") else { return nil }
    guard let host = InternationalDomain.ascii(named) else {
      throw SettingsError("imap.host", named, expected: "the name of a mail server")
    }
    guard text("mail.replies") != nil else {
      throw SettingsError(missing: "mail.replies", because: "but \(Self.variable("imap.host")) is")
    }
    let security = try imapSecurity(host)
    return IMAPSettings(
      host: host, port: try number("imap.port", 1...65_535), security: security,
      user: try demanded(text("imap.user"), "imap.user"),
      password: try demanded(text("imap.password"), "imap.password"), folder: text("imap.folder") ?? "INBOX",
      authorityFile: try authorityFile(text("imap.authority"), "imap.authority"),
      interval: try number("imap.seconds", 5...86_400) ?? 60,
      deletes: try truth("imap.delete") ?? false)
  }

  private func demanded(_ value: String?, _ key: String) throws -> String {
    guard let value else {
      throw SettingsError(missing: key, because: "but \(Self.variable("imap.host")) is")
    }
    return value
  }

  /// An unencrypted password never leaves this machine.
  private func imapSecurity(_ host: String) throws -> IMAPSettings.Security {
    guard let value = text("imap.security") else { return .tls }
    guard let security = IMAPSettings.Security(rawValue: value) else {
      let known = IMAPSettings.Security.allCases.map(\.rawValue).joined(separator: ", ")
      throw SettingsError("imap.security", value, expected: "one of \(known)")
    }
    guard security != .none || ["127.0.0.1", "localhost", "::1"].contains(host) else {
      throw SettingsError("imap.security", value, expected: "tls or starttls for a server that is not this machine")
    }
    return security
  }

  private func security() throws -> SMTPSettings.Security {
    guard let value = text("smtp.security") else { return .startTLS }
    guard let security = SMTPSettings.Security(rawValue: value) else {
      let known = SMTPSettings.Security.allCases.map(\.rawValue).joined(separator: ", ")
      throw SettingsError("smtp.security", value, expected: "one of \(known)")
    }
    return security
  }

  private func login() throws -> SMTPSettings.Login? {
    guard let user = text("smtp.user") else { return nil }
    guard let password = text("smtp.password") else {
      throw SettingsError(missing: "smtp.password", because: "but \(Self.variable("smtp.user")) is")
    }
    return SMTPSettings.Login(user: user, password: password)
  }

  func authorityFile(_ path: String?, _ key: String) throws -> String? {
    guard let path else { return nil }
    guard FileManager.default.isReadableFile(atPath: path) else {
      throw SettingsError(key, path, expected: "a file of certificates that can be read")
    }
    return path
  }
}
