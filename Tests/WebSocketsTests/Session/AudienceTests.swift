import Synchronization
import Testing

@testable import WebSockets

@Suite("Sending to many", .timeLimit(.minutes(1)))
struct AudienceTests {
  @Test("Everybody in an audience gets each frame, in order with frames sent to them alone")
  func order() async throws {
    let audience = Mutex(Audience())
    let serve: @Sendable (WebSocket) async throws -> Void = { socket in
      audience.withLock { $0.insert(socket) }
      for await _ in socket.messages {
        let all = audience.withLock { $0 }
        for number in 0..<200 {
          all.send(.text("all \(number)"))
          socket.send(text: "one \(number)")
        }
      }
      audience.withLock { $0.remove(socket) }
    }
    try await SocketServer.run(serve: serve) { server in
      try await Peer.connect(server.port) { first in
        try await Peer.connect(server.port) { second in
          try await Peer.connect(server.port) { third in
            try await third.send(.ping(""))
            #expect(try await third.next()?.opcode == 10)
            try await Task.sleep(for: .milliseconds(100))
            try await third.send(.text("go"))
            for number in 0..<200 {
              for peer in [first, second, third] { #expect(try await peer.nextText() == "all \(number)") }
              #expect(try await third.nextText() == "one \(number)")
            }
          }
        }
      }
    }
    #expect(audience.withLock { $0.isEmpty })
  }
}
