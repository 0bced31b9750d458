/// Mail providers where anybody gets an address. SpamAssassin counts 1 to 2 points against a mail whose Reply-To is there and whose
/// From is not (`FREEMAIL_REPLYTO`), which is how letters leave that a host doesn't send from an account of their own.
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
