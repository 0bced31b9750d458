import Core
import Foundation
import Hashes

/// The address by which a guest's mails are recognised: `tisch+TOKEN@…`. The token is the guest's id and 64 bits of an
/// HMAC over it, in lower-case base32, because mail programs and servers change the case of addresses, and postfix'
/// `pipe` does so on purpose.
package struct ReplyAddress: Sendable {
  /// The placeholder in a stored text; see `GuestLinks.personalPlaceholder`.
  package static let placeholder = "replies@links.invalid"
  /// Bytes of the code after the 16 of the id.
  private static let codeBytes = 8
  /// Characters of a token: 24 bytes.
  package static let tokenLength = 39

  private let local: String
  private let domain: String
  private let secret: Secret

  /// - Parameter base: as the operator set it, such as `tisch@example.org`.
  package init?(base: String, secret: Secret) {
    guard let at = base.lastIndex(of: "@") else { return nil }
    local = String(base[..<at])
    domain = String(base[base.index(after: at)...])
    self.secret = secret
  }

  package func address(of guest: GuestID) -> String {
    guard let id = Self.bytes(of: guest) else { return "\(local)@\(domain)" }
    return "\(local)+\(Base32.text(id + code(guest)))@\(domain)"
  }

  /// The guest this address belongs to; nil for one we have not made.
  package func guest(in address: String) -> GuestID? {
    let address = address.lowercased()
    guard let at = address.lastIndex(of: "@"), address[address.index(after: at)...] == domain.lowercased() else {
      return nil
    }
    let start = local.lowercased() + "+"
    guard address.hasPrefix(start) else { return nil }
    let token = address[..<at].dropFirst(start.count)
    guard token.utf8.count == Self.tokenLength, let bytes = Base32.bytes(token), bytes.count == 16 + Self.codeBytes,
      let guest = Self.guest(bytes.prefix(16)), secret.isEqual(Array(bytes.dropFirst(16)), code(guest))
    else { return nil }
    return guest
  }

  private func code(_ guest: GuestID) -> [UInt8] {
    Array(secret.code(.reply, guest.description).prefix(Self.codeBytes))
  }

  private static func bytes(of guest: GuestID) -> [UInt8]? {
    guard let id = UUID(uuidString: guest.description) else { return nil }
    return withUnsafeBytes(of: id.uuid) { Array($0) }
  }

  private static func guest(_ bytes: ArraySlice<UInt8>) -> GuestID? {
    let uuid = Array(bytes).withUnsafeBytes { $0.loadUnaligned(as: uuid_t.self) }
    return GuestID(UUID(uuid: uuid).uuidString.lowercased())
  }
}

extension Services {
  /// Nil if the operator has set no address for replies: nothing comes in by mail then.
  package var replyAddress: ReplyAddress? {
    settings.mailReplies.flatMap { ReplyAddress(base: $0, secret: secret) }
  }
}

/// RFC 4648 §6 in lower case, without padding.
enum Base32 {
  private static let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)

  static func text(_ bytes: [UInt8]) -> String {
    var (text, buffer, bits) = ([UInt8](), UInt32(0), 0)
    for byte in bytes {
      buffer = (buffer << 8 | UInt32(byte)) & 0xFFFF
      bits += 8
      while bits >= 5 {
        bits -= 5
        text.append(alphabet[Int(buffer >> UInt32(bits) & 31)])
      }
    }
    if bits > 0 { text.append(alphabet[Int(buffer << UInt32(5 - bits) & 31)]) }
    return String(decoding: text, as: UTF8.self)
  }

  /// Nil for anything else. Bits beyond the last byte must be zero, so that a value has only one spelling.
  static func bytes(_ text: some StringProtocol) -> [UInt8]? {
    var (bytes, buffer, bits) = ([UInt8](), UInt32(0), 0)
    for character in text.utf8 {
      guard let value = alphabet.firstIndex(of: character) else { return nil }
      buffer = (buffer << 5 | UInt32(value)) & 0xFFFF
      bits += 5
      guard bits >= 8 else { continue }
      bits -= 8
      bytes.append(UInt8(truncatingIfNeeded: buffer >> UInt32(bits)))
    }
    return buffer & (1 << UInt32(bits) - 1) == 0 ? bytes : nil
  }
}
