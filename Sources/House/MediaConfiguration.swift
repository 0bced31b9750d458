import Core
import Foundation
import Janus
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

  /// Nil when no media server is named: voices and pictures then go from page to page, in parties of any size.
  package func janus() throws -> JanusSettings? {
    guard let named = text("janus.urls") else { return nil }
    let urls = named.split { $0 == "," || $0 == " " }.map(String.init)
    for url in urls where JanusAddress(url) == nil {
      throw SettingsError("janus.urls", named, expected: "addresses such as ws://127.0.0.1:8188")
    }
    guard let secret = text("janus.secret"), let key = text("janus.room.key") else {
      let missing = text("janus.secret") == nil ? "janus.secret" : "janus.room.key"
      throw SettingsError(missing: missing, because: "but \(Self.variable("janus.urls")) names a media server")
    }
    let people = try number("janus.people", 2...1000) ?? JanusSettings.people
    return JanusSettings(
      urls: urls.compactMap { JanusAddress($0)?.description }, secret: secret, roomKey: key, people: people)
  }
}
