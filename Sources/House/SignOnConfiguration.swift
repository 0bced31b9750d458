import Core
import Foundation
import OpenID

/// The keys about providers by which hosts sign in.
extension SettingsReader {
  /// The providers in the order of `STEHTISCH_OIDC`.
  func providers() throws -> [ProviderSettings] {
    let keys = Self.parts(text("oidc") ?? "")
    guard keys.count <= 8, Set(keys).count == keys.count, keys.allSatisfy(Self.isKey) else {
      throw SettingsError(
        "oidc", keys.joined(separator: ","),
        expected: "short names of at most eight providers, of small letters and digits, such as uni,google")
    }
    return try keys.map(provider)
  }

  /// The setting for links by mail; switching them off needs a provider.
  func mailsSignInLinks(_ providers: [ProviderSettings]) throws -> Bool {
    let mails = try truth("sign.in.links") ?? true
    guard mails || !providers.isEmpty else {
      throw SettingsError(
        missing: "oidc", because: "but \(Self.variable("sign.in.links")) is false: nobody could sign in")
    }
    return mails
  }

  private func provider(_ key: String) throws -> ProviderSettings {
    func named(_ part: String) -> String { "oidc.\(key).\(part)" }
    var provider = ProviderSettings(
      key: key, name: try label(named("name")) ?? key, issuer: try issuer(named("issuer")),
      clientID: try demanded(named("client.id")), clientSecret: text(named("client.secret")))
    if let scopes = text(named("scopes")) {
      let scopes = scopes.split(whereSeparator: { " ,".contains($0) }).map(String.init)
      provider.scopes = (scopes.contains("openid") ? [] : ["openid"]) + scopes
    }
    provider.domains = Set(try Self.parts(text(named("domains")) ?? "").map { try domain($0, named("domains")) })
    provider.groups = Set(Self.parts(text(named("groups")) ?? ""))
    provider.groupsClaim = text(named("groups.claim")) ?? provider.groupsClaim
    provider.tenants = Set(Self.parts(text(named("tenants")) ?? ""))
    provider.isPrivate = try truth(named("private")) ?? false
    provider.trustsAddresses = try truth(named("trust.addresses")) ?? false
    provider.authorityFile = try authorityFile(text(named("authority")), named("authority"))
    return provider
  }

  private func label(_ key: String) throws -> String? {
    guard let name = text(key) else { return nil }
    guard name.length <= 60, !name.contains(where: \.isNewline) else {
      throw SettingsError(key, name, expected: "a name of at most 60 letters")
    }
    return name
  }

  /// https; without it this machine alone, for trials.
  private func issuer(_ key: String) throws -> String {
    let value = try demanded(key)
    guard let url = URL(string: value), let host = url.host(), !host.isEmpty, url.query() == nil, url.fragment() == nil,
      url.user() == nil, value.utf8.count <= 300, value.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }),
      url.scheme == "https" || url.scheme == "http" && ["127.0.0.1", "localhost", "::1"].contains(host)
    else { throw SettingsError(key, value, expected: "an https address such as https://sso.example.org/realms/uni") }
    return value
  }

  private func demanded(_ key: String) throws -> String {
    guard let value = text(key) else {
      throw SettingsError(missing: key, because: "but \(Self.variable("oidc")) names the provider")
    }
    return value
  }

  private func domain(_ name: String, _ key: String) throws -> String {
    guard MailAddress.isValid("a@\(name)") else {
      throw SettingsError(key, name, expected: "domains such as example.org")
    }
    return name.lowercased()
  }

  private static func parts(_ list: String) -> [String] {
    list.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
  }

  private static func isKey(_ key: String) -> Bool { key.wholeMatch(of: /[a-z][a-z0-9]{0,15}/) != nil }
}
