import Testing

@testable import WebSockets

@Suite("Saying goodbye")
struct ClosingHandshakeTests {
  @Test("We close, the peer answers, the connection ends")
  func ours() {
    var handshake = ClosingHandshake()
    expect(handshake.begin(), .sendClose)
    expect(handshake.sent(), .nothing)
    #expect(!handshake.isOpen && handshake.isListening)
    expect(handshake.received(), .disconnect)
  }

  @Test("The peer closes, we answer, the connection ends")
  func theirs() {
    var handshake = ClosingHandshake()
    expect(handshake.received(), .sendClose)
    #expect(!handshake.isListening)
    expect(handshake.sent(), .disconnect)
  }

  @Test("Both close at once: one Close each, and the end once ours has left")
  func both() {
    var handshake = ClosingHandshake()
    expect(handshake.begin(), .sendClose)
    expect(handshake.received(), .nothing)
    expect(handshake.begin(), .nothing)
    expect(handshake.sent(), .disconnect)
  }

  @Test("After a violation nothing is listened to, and the output ends after our Close")
  func violation() {
    var handshake = ClosingHandshake()
    expect(handshake.begin(isFailing: true), .sendClose)
    #expect(!handshake.isListening)
    expect(handshake.sent(), .endOutput)
  }

  private func expect(_ step: ClosingHandshake.Step, _ expected: ClosingHandshake.Step) {
    #expect(step == expected)
  }
}
