import Testing

@testable import Connections

@Suite("Visitors' origins")
struct NetworkAddressTests {
  @Test(
    "Addresses of one IPv6 network count as one, those of IPv4 each",
    arguments: [
      ("192.0.2.1", "192.0.2.1", true), ("192.0.2.1", "192.0.2.2", false),
      ("2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff", true), ("2001:db8:1:2::1", "2001:db8:1:3::1", false),
      ("2001:DB8:1:2::1", "2001:db8:1:2:0:0:0:1", true), ("::ffff:192.0.2.1", "192.0.2.1", true),
      ("::ffff:192.0.2.1", "::ffff:192.0.2.2", false), ("nonsense", "nonsense", true), ("a", "b", false),
    ])
  func sameness(one: String, other: String, isSame: Bool) {
    #expect((NetworkAddress(one) == NetworkAddress(other)) == isSame)
  }

  @Test(
    "This machine is told from others",
    arguments: [
      ("127.0.0.1", true), ("127.3.2.1", true), ("::1", true), ("::ffff:127.0.0.1", true), ("128.0.0.1", false),
      ("::2", false), ("localhost", false), ("", false),
    ])
  func loopback(text: String, isLoopback: Bool) {
    #expect(NetworkAddress(text).isLoopback == isLoopback)
  }
}
