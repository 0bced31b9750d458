import Foundation

/// Tells addresses of the public internet from those that lead to this machine, its network, or nowhere: addresses in
/// the registries of special-purpose addresses are not public (RFC 6890 and IANA's two registries, November 2026).
package enum PublicAddress {
  /// - Parameter bytes: four of an IPv4 address, sixteen of an IPv6 one, in network order.
  package static func contains(_ bytes: [UInt8]) -> Bool {
    switch bytes.count {
    case 4: !special4.contains { $0.contains(bytes) }
    case 16: isPublic6(bytes)
    default: false
    }
  }

  /// Only 2000::/3 is assigned. Addresses that contain an IPv4 address are as public as that one.
  private static func isPublic6(_ bytes: [UInt8]) -> Bool {
    if mapped.contains(bytes) || translated.contains(bytes) { return contains(Array(bytes.suffix(4))) }
    return unicast.contains(bytes) && !special6.contains { $0.contains(bytes) }
  }

  private static let mapped = AddressBlock([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF], bits: 96)
  /// The well-known prefix of NAT64 (RFC 6052 §2.1).
  private static let translated = AddressBlock([0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0], bits: 96)
  private static let unicast = AddressBlock([0x20], bits: 3)

  private static let special4 = [
    AddressBlock([0], bits: 8), AddressBlock([10], bits: 8), AddressBlock([100, 64], bits: 10),
    AddressBlock([127], bits: 8), AddressBlock([169, 254], bits: 16), AddressBlock([172, 16], bits: 12),
    AddressBlock([192, 0, 0], bits: 24), AddressBlock([192, 0, 2], bits: 24), AddressBlock([192, 31, 196], bits: 24),
    AddressBlock([192, 52, 193], bits: 24), AddressBlock([192, 88, 99], bits: 24), AddressBlock([192, 168], bits: 16),
    AddressBlock([192, 175, 48], bits: 24), AddressBlock([198, 18], bits: 15), AddressBlock([198, 51, 100], bits: 24),
    AddressBlock([203, 0, 113], bits: 24), AddressBlock([224], bits: 3),
  ]

  /// Protocols and benchmarks, 6to4 (which can contain any IPv4 address), documentation, segment routing.
  private static let special6 = [
    AddressBlock([0x20, 0x01, 0x00], bits: 23), AddressBlock([0x20, 0x01, 0x0D, 0xB8], bits: 32),
    AddressBlock([0x20, 0x02], bits: 16), AddressBlock([0x26, 0x20, 0x00, 0x4F, 0x80, 0x00], bits: 48),
    AddressBlock([0x3F, 0xFF, 0x00], bits: 20),
  ]
}

/// The addresses that share their first bits.
struct AddressBlock {
  private let start: [UInt8]
  private let bits: Int

  init(_ start: [UInt8], bits: Int) {
    self.start = start
    self.bits = bits
  }

  func contains(_ address: [UInt8]) -> Bool {
    (0..<bits).allSatisfy { Self.bit($0, of: address) == Self.bit($0, of: start) }
  }

  private static func bit(_ index: Int, of bytes: [UInt8]) -> UInt8 {
    guard index / 8 < bytes.count else { return 0 }
    return bytes[index / 8] >> (7 - index % 8) & 1
  }
}

extension PublicAddress {
  /// - Parameter address: the address a socket is about to connect to.
  static func contains(_ address: UnsafeRawPointer, family: Int32) -> Bool {
    switch family {
    case AF_INET:
      let address = address.loadUnaligned(as: sockaddr_in.self)
      return contains(withUnsafeBytes(of: address.sin_addr) { Array($0) })
    case AF_INET6:
      let address = address.loadUnaligned(as: sockaddr_in6.self)
      return contains(withUnsafeBytes(of: address.sin6_addr) { Array($0) })
    default: return false
    }
  }
}
