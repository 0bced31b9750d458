import Foundation
import House

/// A cookie for a browser on its way to a provider. State, nonce and PKCE's verifier are derived from it under the installation's key, so
/// that nothing has to be stored, an answer counts in the browser alone that asked, and any node can take it.
package struct SignOnTicket: Sendable, Equatable {
  /// The provider's key.
  package let provider: String
  /// The time the browser was sent to the provider, in whole seconds.
  package let asked: Date
  private let chance: String
  private let secret: Secret

  /// Seconds a person may take to sign in there.
  package static let life = 900.0

  package init(_ provider: String, _ services: Services) {
    let random = services.random()
    let bytes = withUnsafeBytes(of: (random.0, random.1)) { Array($0) }
    self.init(
      provider, Date(timeIntervalSince1970: services.now().timeIntervalSince1970.rounded(.down)),
      Token(bytes: bytes).text,
      services.secret)
  }

  /// Reads a cookie; nil if it is not ours, or too old.
  package init?(cookie: String, _ services: Services) {
    let parts = cookie.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 4, let seconds = Int(typed: parts[1], in: 0...100_000_000_000), Token(parts[2]) != nil else {
      return nil
    }
    self.init(parts[0], Date(timeIntervalSince1970: Double(seconds)), parts[2], services.secret)
    let age = services.now().timeIntervalSince(asked)
    guard cookie == self.cookie, age <= Self.life, age > -60 else { return nil }
  }

  private init(_ provider: String, _ asked: Date, _ chance: String, _ secret: Secret) {
    (self.provider, self.asked, self.chance, self.secret) = (provider, asked, chance, secret)
  }

  package static func == (one: Self, other: Self) -> Bool { one.cookie == other.cookie }

  package var cookie: String { "\(subject).\(derived(1))" }
  package var state: String { derived(2) }
  package var nonce: String { derived(3) }
  package var verifier: String { derived(4) + derived(5) }

  private var subject: String { "\(provider).\(Int(asked.timeIntervalSince1970)).\(chance)" }

  private func derived(_ number: Int) -> String { secret.token(.signOn, subject, number: number).text }
}
