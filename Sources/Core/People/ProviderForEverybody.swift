/// Mail providers where anybody can get an address. SpamAssassin adds 1 to 2 points to a mail with a Reply-To at such a
/// provider and a From elsewhere (`FREEMAIL_REPLYTO`), and letters leave that way when a host doesn't send from an
/// account of their own.
package enum ProviderForEverybody {
  private static let domains: Set<String> = [
    "aol.com", "arcor.de", "bluewin.ch", "email.de", "freenet.de", "gmail.com", "gmx.at", "gmx.ch", "gmx.de", "gmx.net",
    "googlemail.com", "hotmail.com", "hotmail.de", "icloud.com", "live.com", "live.de", "mac.com", "mail.com",
    "mail.de",
    "me.com", "msn.com", "online.de", "outlook.com", "outlook.de", "proton.me", "protonmail.com", "t-online.de",
    "web.de",
    "yahoo.com", "yahoo.de", "yahoo.fr", "yahoo.co.uk", "yandex.ru", "zoho.com",
  ]

  package static func has(_ address: String) -> Bool {
    let key = MailAddress.key(address)
    guard let at = key.lastIndex(of: "@") else { return false }
    return domains.contains(String(key[key.index(after: at)...]))
  }
}
