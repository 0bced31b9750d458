import Foundation
import Testing

@testable import Media

@Suite struct TurnTests {
  @Test("Credentials state their end and are signed as coturn expects")
  func credentials() {
    let end = Date(timeIntervalSince1970: 1_796_155_200)
    let credentials = TurnCredentials(for: "host", until: end, secret: "north")
    #expect(credentials.username == "1796155200:host")
    // printf %s 1796155200:host | openssl dgst -sha1 -hmac north -binary | base64
    #expect(credentials.password == "2X0AkF31JmZUo3q31D8/V+pdHUM=")
    #expect(TurnCredentials(for: "host", until: end, secret: "south").password != credentials.password)
  }

  @Test("A message is read back as written")
  func message() throws {
    var message = StunMessage(.allocateRequest, transaction: Array(1...12))
    message.add(.requestedTransport, [17, 0, 0, 0])
    message.add(.username, "1:é")
    message.sign(username: "1:é", realm: "tisch", password: "p")
    let read = try #require(StunMessage(message.bytes))
    #expect(read == message && read.text(.username) == "1:é")
    #expect(read[.messageIntegrity]?.count == 20)
    #expect(message.bytes.count % 4 == 0)
  }

  @Test("A truncated message is no message, and harms nobody")
  func truncated() {
    var message = StunMessage(.bindingSuccess, transaction: Array(1...12))
    message.add(.realm, "tisch.example")
    for length in 0..<message.bytes.count { #expect(StunMessage(Array(message.bytes[..<length])) == nil) }
  }

  /// The sample request of RFC 5769 §2.4: long-term credentials with the published integrity.
  @Test("A signature matches the standard's example")
  func signature() throws {
    let user = "\u{30DE}\u{30C8}\u{30EA}\u{30C3}\u{30AF}\u{30B9}"
    var message = StunMessage(
      .bindingRequest,
      transaction: [0x78, 0xAD, 0x34, 0x33, 0xC6, 0xAD, 0x72, 0xC0, 0x29, 0xDA, 0x41, 0x2E])
    message.add(.username, user)
    message.add(.nonce, "f//499k954d6OL34oL9FSTvy64sA")
    message.add(.realm, "example.org")
    message.sign(username: user, realm: "example.org", password: "TheMatrIX")
    let published: [UInt8] = [
      0xF6, 0x70, 0x24, 0x65, 0x6D, 0xD6, 0x4A, 0x3E, 0x02, 0xB8, 0xE0, 0x71, 0x2E, 0x85, 0xC9, 0xA2, 0x8C, 0xA8, 0x96,
      0x66,
    ]
    #expect(message[.messageIntegrity] == published)
  }

  @Test(
    "An address is read as browsers read it",
    arguments: [
      ("turn:turn.example.org", 3478), ("turn:turn.example.org:5349?transport=udp", 5349), ("stun:127.0.0.1:9", 9),
    ])
  func address(_ url: String, _ port: Int) throws {
    let probe = try TurnProbe(url)
    #expect(Int(probe.port) == port)
    #expect(probe.isRelay == url.hasPrefix("turn"))
  }

  @Test("What is no address is refused", arguments: ["", "turn:", "https://example.org", "turn:a:b:c", "turn:a:99999"])
  func noAddress(_ url: String) {
    #expect(throws: TurnProbe.Problem.unreadable(url)) { _ = try TurnProbe(url) }
  }

  @Test("An absent server is reported as not answering")
  func silence() throws {
    let probe = try TurnProbe("stun:127.0.0.1:9")
    let credentials = TurnCredentials(for: "host", until: .now, secret: "")
    #expect(throws: TurnProbe.Problem.noAnswer) {
      try probe.run(credentials) { (0..<12).map { _ in UInt8.random(in: .min ... .max) } }
    }
  }
}
