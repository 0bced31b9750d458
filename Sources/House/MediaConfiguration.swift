import Core
import Foundation
import Media

extension SettingsReader {
  /// Nil if no server is named: browsers can then meet only if they reach each other directly.
  package func turn() throws -> TurnSettings? {
    guard let named = text("turn.urls") else { return nil }
    let urls = named.split { $0 == "," || $0 == " " }.map(String.init)
    for url in urls where !["stun:", "turn:", "turns:"].contains(where: url.hasPrefix) {
      throw SettingsError("turn.urls", named, expected: "addresses such as turn:turn.example.org:3478")
    }
    let minutes = try number("turn.minutes", 10...1440) ?? TurnSettings.minutes
    let settings = TurnSettings(urls: urls, secret: text("turn.secret") ?? "", lifetime: minutes * 60)
    guard settings.relays.isEmpty || !settings.secret.isEmpty else {
      throw SettingsError(missing: "turn.secret", because: "but \(Self.variable("turn.urls")) names a TURN server")
    }
    return settings
  }
}
