import NIOCore

/// A visitor's origin for the purpose of limits: an IPv4 address, or the network of an IPv6 address, because whoever
/// has one address of a /64 has all of them (RFC 7084 §4.3, RFC 4291 §2.5.1).
package struct NetworkAddress: Hashable, Sendable, CustomStringConvertible {
  package let description: String
  package let isLoopback: Bool

  /// - Parameter text: an address without a port. Any other text stands for itself.
  package init(_ text: String) {
    if let address = try? SocketAddress(ipAddress: text, port: 0) {
      self.init(address)
    } else {
      self.init(String(text.prefix(64)), isLoopback: false)
    }
  }

  package init(_ address: SocketAddress?) {
    switch address {
    case .v4(let address): self.init(v4: withUnsafeBytes(of: address.address.sin_addr) { Array($0) })
    case .v6(let address): self.init(v6: withUnsafeBytes(of: address.address.sin6_addr) { Array($0) })
    default: self.init("unknown", isLoopback: false)
    }
  }

  private init(_ description: String, isLoopback: Bool) {
    (self.description, self.isLoopback) = (description, isLoopback)
  }

  private init(v4 bytes: [UInt8]) {
    self.init(bytes.map(String.init).joined(separator: "."), isLoopback: bytes.first == 127)
  }

  /// An IPv4 address mapped into IPv6 counts as IPv4 (RFC 4291 §2.5.5.2).
  private init(v6 bytes: [UInt8]) {
    let mapped: [UInt8] = Array(repeating: 0, count: 10) + [0xFF, 0xFF]
    if bytes.starts(with: mapped) {
      self.init(v4: Array(bytes.suffix(4)))
    } else {
      let groups = stride(from: 0, to: 8, by: 2).map { String(Int(bytes[$0]) << 8 | Int(bytes[$0 + 1]), radix: 16) }
      let isLoopback = bytes == Array(repeating: 0, count: 15) + [1]
      self.init(groups.joined(separator: ":") + "::/64", isLoopback: isLoopback)
    }
  }
}
