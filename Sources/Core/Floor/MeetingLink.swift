import Foundation

/// The meeting in another system in which a party is held, as its host gives it.
package struct MeetingLink: Hashable, Sendable {
  package let text: String
  /// Where it leads, for people: the name of the machine.
  package let host: String

  /// Longer addresses are nobody's.
  package static let longest = 2000

  /// Nil for what is no address of a web page that begins with https, and for one that carries a name and a password.
  package init?(_ text: String) {
    guard text.utf8.count <= Self.longest, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
      let parts = URLComponents(string: text), parts.scheme?.lowercased() == "https", parts.user == nil,
      parts.password == nil, let host = parts.host, host.contains("."), !host.hasPrefix("."), !host.hasSuffix(".")
    else { return nil }
    self.text = text
    self.host = host.lowercased()
  }
}
