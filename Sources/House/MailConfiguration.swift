import Formats
import Foundation
import Mail

/// The keys about mail.
extension SettingsReader {
  /// Nil without a server: then mail stands in the outbox folder.
  package func smtp() throws -> SMTPSettings? {
    guard let named = text("smtp.host") else { return nil }
    guard let host = InternationalDomain.ascii(named) else {
      throw SettingsError("smtp.host", named, expected: "the name of a mail server")
    }
    let security = try security()
    return SMTPSettings(
      host: host, port: try number("smtp.port", 1...65_535), security: security, login: try login(),
      authorityFile: try authorityFile(), greetingName: text("smtp.greeting"))
  }

  /// Nil where replies don't reach the program. Its local part leaves room for a guest's token (RFC 5321 §4.5.3.1.1).
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

  private func authorityFile() throws -> String? {
    guard let path = text("smtp.authority") else { return nil }
    guard FileManager.default.isReadableFile(atPath: path) else {
      throw SettingsError("smtp.authority", path, expected: "a file of certificates that can be read")
    }
    return path
  }
}
