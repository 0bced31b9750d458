import Foundation

/// The host's link to the meeting in another system where a party is held.
package struct MeetingLink: Hashable, Sendable {
  package let text: String
  /// The name of the machine it leads to, to be shown to people.
  package let host: String

  /// No real address is longer.
  package static let longest = 2000

  /// Nil for anything but the address of a web page that begins with https, and for one that carries a name and a
  /// password.
  package init?(_ text: String) {
    guard text.utf8.count <= Self.longest, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
      let parts = URLComponents(string: text), parts.scheme?.lowercased() == "https", parts.user == nil,
      parts.password == nil, let host = parts.host, host.contains("."), !host.hasPrefix("."), !host.hasSuffix(".")
    else { return nil }
    self.text = text
    self.host = host.lowercased()
  }
}
