import Testing

@testable import WebSockets

@Suite("The server ends", .timeLimit(.minutes(1)))
struct ShutdownTests {
  private let goodbye: @Sendable (WebSocket) -> Void = { $0.send(text: "back in a second") }

  @Test("Everybody is told why, then the socket closes with 1012, and the server is gone")
  func says() async throws {
    try await SocketServer.run(goodbye: goodbye) { server in
      try await Peer.connect(server.port) { peer in
        try await peer.send(.text("hello"))
        #expect(try await peer.nextText() == "hello")
        await server.stop()
        #expect(try await peer.nextText() == "back in a second")
        #expect(try await peer.next()?.closeCode == 1012)
        try await peer.send(.close(1012))
        #expect(try await peer.next() == nil)
      }
    }
  }

  @Test("A peer that doesn't answer doesn't keep the server from stopping")
  func silent() async throws {
    let options = WebSocketOptions(origins: nil, closeDeadline: .milliseconds(200))
    let start = ContinuousClock.now
    try await SocketServer.run(options) { server in
      try await Peer.connect(server.port) { peer in
        await server.stop()
        let code = try await peer.closeCode()
        #expect(code == 1012)
        #expect(try await peer.next() == nil)
      }
    }
    #expect(ContinuousClock.now - start < .seconds(5))
  }

  @Test("A socket opened while the server is stopping is told so too")
  func late() async throws {
    try await SocketServer.run(goodbye: goodbye) { server in
      try await Peer.connect(server.port, path: nil) { peer in
        let stop = Task {
          try await Task.sleep(for: .milliseconds(100))
          await server.stop()
        }
        let head = try await peer.upgrade("/late")
        try await stop.value
        #expect(head.hasPrefix("HTTP/1.1 101"))
        #expect(try await peer.nextText() == "back in a second")
        #expect(try await peer.next()?.closeCode == 1012)
      }
    }
  }
}
