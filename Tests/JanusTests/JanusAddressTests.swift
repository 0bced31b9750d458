import Janus
import Testing

@Suite("The address of a Janus")
struct JanusAddressTests {
  @Test(
    "Host and port are read, as people write them",
    arguments: [
      ("ws://127.0.0.1:8188", "127.0.0.1", 8188), ("ws://media.example.org", "media.example.org", 8188),
      ("ws://10.0.0.5:9000/", "10.0.0.5", 9000), ("ws://[fd00::5]:8188", "fd00::5", 8188),
      ("ws://[fd00::5]", "fd00::5", 8188),
    ])
  func read(_ text: String, _ host: String, _ port: Int) throws {
    let address = try #require(JanusAddress(text))
    #expect((address.host, address.port) == (host, port))
    #expect(JanusAddress(address.description) == address)
  }

  @Test(
    "Anything else is none",
    arguments: [
      "", "ws://", "wss://a:1", "http://a:1", "ws://a:0", "ws://a:70000", "ws://a:b", "ws://a/x", "ws://[::1",
    ])
  func refused(_ text: String) {
    #expect(JanusAddress(text) == nil)
  }
}
