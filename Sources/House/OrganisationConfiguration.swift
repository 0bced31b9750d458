import Core
import Foundation

/// The keys about the operator and their limits.
extension SettingsReader {
  func organisation() throws -> Organisation {
    var organisation = Organisation()
    organisation.name = try organisationName()
    organisation.colour = try colour()
    organisation.legalNotice = try legalNotice()
    organisation.privacyContact = try privacyContact()
    return organisation
  }

  func quotas() throws -> Quotas {
    var quotas = Quotas()
    quotas.hosts = try number("quota.hosts", 0...1_000_000) ?? 0
    quotas.parties = try number("quota.parties", 0...1_000_000) ?? 0
    quotas.mails = try number("quota.mails", 1...1_000_000) ?? MailBudget.perHost
    return quotas
  }

  /// Nil if no scheduled backups are wanted.
  func backups() throws -> Settings.Backups? {
    let (hours, kept) = (try number("backup.hours", 1...720) ?? 24, try number("backup.kept", 1...1000) ?? 14)
    guard let folder = text("backup.folder") else { return nil }
    return Settings.Backups(folder: URL(filePath: folder, directoryHint: .isDirectory), hours: hours, kept: kept)
  }

  private func organisationName() throws -> String {
    let name = text("organisation") ?? ""
    guard name.length <= 60, !name.contains(where: \.isNewline) else {
      throw SettingsError("organisation", name, expected: "a name of at most 60 letters")
    }
    return name
  }

  private func colour() throws -> Colour? {
    guard let value = text("colour") else { return nil }
    guard let colour = Colour(value) else {
      throw SettingsError("colour", value, expected: "a colour such as #0f2f33")
    }
    let contrast = colour.contrast(with: .barText)
    guard contrast >= Colour.readable else {
      throw SettingsError(
        "colour", value,
        expected: "a darker colour: the bar's text has a contrast of \((contrast * 10).rounded(.down) / 10) on it, and "
          + "needs \(Colour.readable)")
    }
    return colour
  }

  private func legalNotice() throws -> URL? {
    guard let value = text("legal.notice") else { return nil }
    guard let url = Self.page(value) else {
      throw SettingsError(
        "legal.notice", value, expected: "the address of a page, such as https://example.org/impressum")
    }
    return url
  }

  private func privacyContact() throws -> String? {
    guard let value = text("privacy.contact") else { return nil }
    guard MailAddress.isValid(value) || Self.page(value) != nil else {
      throw SettingsError("privacy.contact", value, expected: "a mail address, or the address of a page")
    }
    return value
  }

  private static func page(_ value: String) -> URL? {
    guard let url = URL(string: value), url.scheme == "https", url.host()?.contains(".") == true, value.length <= 200,
      value.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
    else { return nil }
    return url
  }
}
