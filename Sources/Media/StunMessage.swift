import Foundation
import Hashes

/// A STUN message (RFC 8489), as far as needed to ask a TURN server (RFC 8656) whether it lets us in.
struct StunMessage: Equatable {
  enum Kind: UInt16 {
    case bindingRequest = 0x0001
    case bindingSuccess = 0x0101
    case bindingError = 0x0111
    case allocateRequest = 0x0003
    case allocateSuccess = 0x0103
    case allocateError = 0x0113
    case refreshRequest = 0x0004
    case refreshSuccess = 0x0104
    case refreshError = 0x0114
  }

  enum Attribute: UInt16 {
    case username = 0x0006
    case messageIntegrity = 0x0008
    case errorCode = 0x0009
    case lifetime = 0x000D
    case realm = 0x0014
    case nonce = 0x0015
    case requestedTransport = 0x0019
  }

  let kind: Kind
  /// 12 bytes that the answer repeats.
  let transaction: [UInt8]
  private(set) var attributes: [(type: UInt16, value: [UInt8])] = []

  private static let cookie: [UInt8] = [0x21, 0x12, 0xA4, 0x42]

  init(_ kind: Kind, transaction: [UInt8]) {
    self.kind = kind
    self.transaction = transaction
  }

  static func == (left: Self, right: Self) -> Bool { left.bytes == right.bytes }

  mutating func add(_ attribute: Attribute, _ value: [UInt8]) {
    attributes.append((attribute.rawValue, value))
  }

  mutating func add(_ attribute: Attribute, _ text: String) {
    add(attribute, Array(text.utf8))
  }

  /// Signs the content so far with the key of the long-term credentials (RFC 8489 §9.2.2).
  mutating func sign(username: String, realm: String, password: String) {
    let key = HashFunction.md5.hash(Array("\(username):\(realm):\(password)".utf8))
    // The length in the header already includes the signature.
    let signed = bytes(length: body.count + 24)
    add(.messageIntegrity, HashFunction.sha1.authenticationCode(for: signed, key: key))
  }

  subscript(attribute: Attribute) -> [UInt8]? {
    attributes.first { $0.type == attribute.rawValue }?.value
  }

  func text(_ attribute: Attribute) -> String? {
    self[attribute].map { String(decoding: $0, as: UTF8.self) }
  }

  /// Such as 401 with “Unauthorized”.
  var error: (code: Int, reason: String)? {
    guard let value = self[.errorCode], value.count >= 4 else { return nil }
    return (Int(value[2] & 7) * 100 + Int(value[3]), String(decoding: value.dropFirst(4), as: UTF8.self))
  }

  var bytes: [UInt8] { bytes(length: body.count) }

  private func bytes(length: Int) -> [UInt8] {
    var bytes = Self.pair(kind.rawValue)
    bytes += Self.pair(UInt16(length))
    bytes += Self.cookie
    bytes += transaction
    return bytes + body
  }

  private var body: [UInt8] {
    var bytes: [UInt8] = []
    for (type, value) in attributes {
      bytes += Self.pair(type)
      bytes += Self.pair(UInt16(value.count))
      bytes += value
      bytes += [UInt8](repeating: 0, count: (4 - value.count % 4) % 4)
    }
    return bytes
  }

  private static func pair(_ value: UInt16) -> [UInt8] { [UInt8(value >> 8), UInt8(value & 0xFF)] }
}

extension StunMessage {
  /// Nil for bytes that are not a STUN message.
  init?(_ bytes: [UInt8]) {
    func number(_ at: Int) -> Int { Int(bytes[at]) << 8 | Int(bytes[at + 1]) }
    guard bytes.count >= 20, let kind = Kind(rawValue: UInt16(number(0))), Array(bytes[4..<8]) == Self.cookie,
      number(2) == bytes.count - 20
    else { return nil }
    self.init(kind, transaction: Array(bytes[8..<20]))
    var at = 20
    while at + 4 <= bytes.count {
      let (type, length) = (UInt16(number(at)), number(at + 2))
      guard at + 4 + length <= bytes.count else { return nil }
      attributes.append((type, Array(bytes[at + 4..<at + 4 + length])))
      at += 4 + (length + 3) / 4 * 4
    }
  }
}
