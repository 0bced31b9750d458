import Foundation

/// A page on which somebody can be reached or found: their homepage, or a profile that takes messages.
package struct ContactLink: Sendable, Hashable {
  package enum Kind: String, Sendable, CaseIterable {
    case mastodon, linkedin, github, bluesky, twitter, xing, homepage
  }

  /// Absolute, with `https` or `http`.
  package let url: String
  package let kind: Kind
  private let host: String
  private let path: String

  /// - Parameter text: a web address with or without its scheme, or a handle with its server (`@anna@example.social`).
  ///   Nil for anything else, such as `javascript:`, an address with a password, or a mail address.
  package init?(_ text: String) {
    let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !text.isEmpty, text.utf8.count <= Self.longest,
      text.unicodeScalars.allSatisfy({
        $0.value > 0x20 && $0.value != 0x7F && !"<>\"\\^`{|}".unicodeScalars.contains($0)
      })
    else { return nil }
    guard let written = Self.absolute(text), let parts = URLComponents(string: written), parts.user == nil,
      let host = parts.host?.lowercased(), Self.isHost(host)
    else { return nil }
    url = written
    (self.host, path) = (host.hasPrefix("www.") ? String(host.dropFirst(4)) : host, parts.path)
    kind = Self.kind(self.host, path)
  }

  private static let longest = 300

  /// The most links kept for one person.
  package static let most = 10

  /// As people write it: without scheme and `www.`; a fediverse profile as its handle.
  package var shown: String {
    if kind == .mastodon { return path.dropFirst() + "@" + host }
    let end = path.hasSuffix("/") ? path.dropLast() : path[...]
    return host + end
  }

  /// The number of characters a message may have there: the most that site allows to somebody who isn't a contact yet.
  package var messageLimit: Int {
    switch kind {
    case .linkedin: 300
    case .bluesky, .twitter: 280
    case .mastodon, .github, .xing, .homepage: 500
    }
  }

  /// Nil if the address has another scheme.
  private static func absolute(_ text: String) -> String? {
    if let handle = handle(text) { return handle }
    let lower = text.lowercased()
    if lower.hasPrefix("https://") || lower.hasPrefix("http://") { return text }
    guard !text.contains("@") || text.contains("/@"), !text.prefix(while: { $0 != "/" }).contains(":") else {
      return nil
    }
    return "https://" + text
  }

  private static func handle(_ text: String) -> String? {
    guard text.hasPrefix("@") else { return nil }
    let parts = text.dropFirst().split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, parts.allSatisfy({ !$0.contains("/") }) else { return nil }
    return "https://\(parts[1])/@\(parts[0])"
  }

  private static func isHost(_ host: String) -> Bool {
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count > 1, let last = labels.last else { return false }
    return labels.allSatisfy { !$0.isEmpty } && last.count > 1 && last.contains(where: \.isLetter)
  }

  private static func kind(_ host: String, _ path: String) -> Kind {
    let sites: [(String, Kind)] = [
      ("linkedin.com", .linkedin), ("github.com", .github), ("bsky.app", .bluesky), ("twitter.com", .twitter),
      ("x.com", .twitter), ("xing.com", .xing),
    ]
    if let site = sites.first(where: { host == $0.0 || host.hasSuffix("." + $0.0) }) { return site.1 }
    let isProfile = path.hasPrefix("/@") && !path.dropFirst().contains("/") && path.count > 2
    return isProfile && host != "medium.com" && !host.hasSuffix("youtube.com") ? .mastodon : .homepage
  }
}

extension ContactLink {
  /// The links among these texts, each once and in the form in which it is stored.
  package static func urls(in texts: some Sequence<String>) -> [String] {
    var seen: Set<String> = []
    let urls = texts.compactMap { ContactLink($0)?.url }.filter { seen.insert($0.lowercased()).inserted }
    return Array(urls.prefix(most))
  }
}
