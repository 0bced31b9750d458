import Foundation
import Hashes

/// The installation's secret key. Tokens of links are derived from it, so that the database contains only hashes, and a
/// later mail can still have the same personal link.
package struct Secret: Sendable {
  private let key: [UInt8]

  package init(bytes: some Sequence<UInt8>) {
    key = Array(bytes)
  }

  /// The key of stored fingerprints; derived, so that nothing stored reveals the links' key.
  package var fingerprintKey: [UInt8] {
    HashFunction.sha256.authenticationCode(for: Array("fingerprint".utf8), key: key)
  }

  /// Seals a text that is stored and has to be read again, such as a password that a host gave.
  /// - Parameters:
  ///   - chance: 128 random bits.
  ///   - place: where it belongs; it opens only there.
  package func seal(_ text: String, chance: (UInt64, UInt64), place: String) -> String {
    let nonce = withUnsafeBytes(of: chance) { Array($0.prefix(12)) }
    return SealedText.seal(text, key: sealingKey, nonce: nonce, place: place)
  }

  /// Nil for what was not sealed with this key for this place.
  package func open(_ sealed: String, place: String) -> String? {
    SealedText.open(sealed, key: sealingKey, place: place)
  }

  private var sealingKey: [UInt8] {
    HashFunction.sha256.authenticationCode(for: Array("sealing".utf8), key: key)
  }

  /// 128 bits of HMAC-SHA-256 over the purpose and its subject: nobody without the key can guess it.
  package func token(_ purpose: TokenPurpose, _ subject: String, number: Int = 1) -> Token {
    Token(bytes: Array(code(purpose, subject, number: number).prefix(16)))
  }

  /// The whole HMAC from which a token is made.
  func code(_ purpose: TokenPurpose, _ subject: String, number: Int = 1) -> [UInt8] {
    let message = Array("\(purpose.rawValue)\u{0}\(subject)\u{0}\(number)".utf8)
    return HashFunction.sha256.authenticationCode(for: message, key: key)
  }

  /// The signature by which a webhook recognises our messages: a time, and HMAC-SHA-256 of time and message under the
  /// webhook's secret.
  package func webhookSignature(of body: String, id: String, at now: Date) -> String {
    let time = now.timeIntervalSince1970.rounded(.down)
    let key = Array(token(.webhook, id).text.utf8)
    let code = HashFunction.sha256.authenticationCode(for: Array("\(Int(time)).\(body)".utf8), key: key)
    return "t=\(Int(time)),v1=\(hexadecimal(code))"
  }

  /// True if two codes are equal, in a time that doesn't reveal where they differ: their own codes are compared.
  func isEqual(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    HashFunction.sha256.authenticationCode(for: one, key: key)
      == HashFunction.sha256.authenticationCode(for: other, key: key)
  }
}

/// The purpose of a token. One made for one purpose opens nothing else.
package enum TokenPurpose: String, Sendable {
  case personalLink
  case objection
  case assistant
  case signIn
  case session
  case familiarBrowser
  case addressChange
  /// A host's calendar, for a calendar program.
  case calendarFeed
  /// In an address that a guest's mail program answers to.
  case reply
  /// A host's key to the API.
  case api
  /// Signs webhook messages.
  case webhook
  /// Binds a browser to the question with which it was sent to a provider.
  case signOn
}

/// 128 secret bits as 22 characters that are safe in a URL.
package struct Token: Sendable, Hashable {
  package let text: String

  package init(bytes: [UInt8]) {
    text = Data(bytes).base64URL
  }

  /// Nil unless the text has the form of a token.
  package init?(_ text: String) {
    guard text.utf8.count == 22, text.utf8.allSatisfy(Self.isAllowed) else { return nil }
    self.text = text
  }

  /// Stored instead of the token: SHA-256 in hexadecimal.
  package var hash: String { SHA256Text.hash(text) }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}

/// SHA-256 in lowercase hexadecimal, of tokens, addresses and files.
package enum SHA256Text {
  package static func hash(_ text: String) -> String { hash(Array(text.utf8)) }

  package static func hash(_ bytes: some ContiguousBytes) -> String {
    hexadecimal(HashFunction.sha256.hash(bytes))
  }
}
