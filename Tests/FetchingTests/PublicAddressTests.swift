import Foundation
import Testing

@testable import Fetching

@Suite("Public addresses") struct PublicAddressTests {
  @Test(
    "Addresses of this machine, its networks and of nobody are not public",
    arguments: [
      "0.0.0.0", "10.1.2.3", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.255.0.9", "169.254.169.254",
      "172.16.0.1", "172.31.255.255", "192.0.0.8", "192.0.2.1", "192.168.1.1", "198.18.0.1", "198.19.255.255",
      "198.51.100.7", "203.0.113.9", "224.0.0.1", "240.0.0.1", "255.255.255.255", "::", "::1", "::ffff:127.0.0.1",
      "::ffff:10.0.0.1", "64:ff9b::a00:1", "64:ff9b:1::1", "100::1", "2001::1", "2001:db8::1", "2002:7f00:1::",
      "3fff::1", "5f00::1", "fc00::1", "fd12:3456::1", "fe80::1", "fec0::1", "ff02::1", "::10.0.0.1",
    ])
  func special(_ text: String) { #expect(!PublicAddress.contains(Self.bytes(text))) }

  @Test(
    "Other addresses are public",
    arguments: [
      "1.1.1.1", "9.255.255.255", "11.0.0.1", "100.63.255.255", "100.128.0.1", "172.15.0.1", "172.32.0.1", "192.1.0.1",
      "198.17.0.1", "198.20.0.1", "223.255.255.255", "2a01:4f8::1", "2606:4700::1111", "::ffff:1.1.1.1",
      "64:ff9b::101:101", "2001:470::1",
    ])
  func ordinary(_ text: String) { #expect(PublicAddress.contains(Self.bytes(text))) }

  @Test("A text that is no address is not public") func none() {
    #expect(!PublicAddress.contains([]))
    #expect(!PublicAddress.contains([1, 1, 1]))
  }

  private static func bytes(_ text: String) -> [UInt8] {
    var four = in_addr()
    if inet_pton(AF_INET, text, &four) == 1 { return withUnsafeBytes(of: four) { Array($0) } }
    var six = in6_addr()
    return inet_pton(AF_INET6, text, &six) == 1 ? withUnsafeBytes(of: six) { Array($0) } : []
  }
}
