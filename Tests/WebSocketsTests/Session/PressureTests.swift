import NIOCore
import Synchronization
import Testing

@testable import WebSockets

@Suite("Slow peers, and slow applications", .timeLimit(.minutes(1)))
struct PressureTests {
  @Test("A slow reader is disconnected with 1013 at once, and nobody else waits for it")
  func slowReader() async throws {
    let sockets = Mutex<[WebSocket]>([])
    let flood = EncodedFrame.binary(ByteBuffer(repeating: 1, count: 16_384))
    let serve: @Sendable (WebSocket) async throws -> Void = { socket in
      sockets.withLock { $0.append(socket) }
      for await _ in socket.messages {}
    }
    try await SocketServer.run(serve: serve) { server in
      try await Peer.connect(server.port, receiveBuffer: 8192) { slow in
        try await Peer.connect(server.port) { quick in
          let both = try await opened(2, sockets)
          var sent = 0
          while both.allSatisfy(\.isOpen) && sent < 3000 {
            Audience(both).send(flood)
            sent += 1
            #expect(try await quick.next()?.payload.readableBytes == 16_384)
          }
          #expect(sent < 1000)
          #expect(both.map { $0.closing?.code } == [.tryAgainLater, nil])
          #expect(try await slow.closeCode() == 1013)
        }
      }
    }
  }

  @Test("A slow reader misses frames caused by others rather than losing the connection")
  func droppable() async throws {
    let sockets = Mutex<[WebSocket]>([])
    var flood = EncodedFrame.binary(ByteBuffer(repeating: 1, count: 16_384))
    flood.isDroppable = true
    let serve: @Sendable (WebSocket) async throws -> Void = { socket in
      sockets.withLock { $0.append(socket) }
      for await _ in socket.messages {}
    }
    try await SocketServer.run(serve: serve) { server in
      try await Peer.connect(server.port, receiveBuffer: 8192) { slow in
        let socket = try await opened(1, sockets)[0]
        for _ in 0..<3000 { socket.send(flood) }
        socket.send(text: "still here")
        var frames = 0
        while let frame = try await slow.next(), frame.payload.readableBytes > 100 { frames += 1 }
        #expect(frames < 1000 && socket.isOpen)
      }
    }
  }

  @Test("Too many bytes in a time end the connection, however few the frames")
  func bytes() async throws {
    let options = WebSocketOptions(origins: nil, bytes: MessageRate(100_000, per: .seconds(60)))
    try await SocketServer.run(options) { server in
      try await Peer.connect(server.port) { peer in
        for _ in 0..<3 { try await peer.send(.binary(40_000)) }
        #expect(try await peer.closeCode() == 1008)
      }
    }
  }

  @Test("A burst that the peer reads at its own pace is no reason to disconnect")
  func burst() async throws {
    let serve: @Sendable (WebSocket) async throws -> Void = { socket in
      for number in 0..<5000 { socket.send(text: "\(number)") }
      for await _ in socket.messages {}
    }
    try await SocketServer.run(serve: serve) { server in
      try await Peer.connect(server.port) { peer in
        for number in 0..<5000 {
          let text = try await peer.nextText()
          #expect(text == "\(number)")
        }
      }
    }
  }

  @Test("A peer that doesn't answer a ping is disconnected; one that answers stays")
  func heartbeat() async throws {
    let options = WebSocketOptions(origins: nil, heartbeat: .milliseconds(700), pongDeadline: .milliseconds(600))
    try await SocketServer.run(options) { server in
      try await Peer.connect(server.port) { silent in
        let ping = try await silent.next()
        #expect(ping?.isPing == true)
        #expect(try await silent.next() == nil)
      }
      try await Peer.connect(server.port) { lively in
        for _ in 0..<3 {
          #expect(try await lively.next()?.isPing == true)
          try await lively.send(ClientFrame(opcode: 10))
        }
      }
    }
  }

  @Test("While the application takes no messages, the peer can't keep sending, and isn't blamed for its silence")
  func backpressure() async throws {
    let options = WebSocketOptions(
      origins: nil, outbox: OutboxLimits(frames: 5000, bytes: 1 << 28), heartbeat: .milliseconds(700),
      pongDeadline: .milliseconds(1200))
    let written = Mutex(0)
    let serve: @Sendable (WebSocket) async throws -> Void = { socket in
      try await Task.sleep(for: .milliseconds(2600))
      #expect(written.withLock { $0 } < 300)
      await SocketServer.echo(socket)
    }
    try await SocketServer.run(options, serve: serve) { server in
      try await Peer.connect(server.port, path: nil) { peer in
        _ = try await peer.upgrade("/socket")
        for _ in 0..<300 {
          try await peer.send(.binary(60_000))
          written.withLock { $0 += 1 }
        }
        var echoed = 0
        while echoed < 300, let frame = try await peer.next() {
          if frame.isPing { try await peer.send(ClientFrame(opcode: 10)) } else { echoed += 1 }
        }
        #expect(echoed == 300)
      }
    }
  }

  private func opened(_ count: Int, _ sockets: borrowing Mutex<[WebSocket]>) async throws -> [WebSocket] {
    while true {
      let open = sockets.withLock { $0 }
      if open.count == count { return open }
      try await Task.sleep(for: .milliseconds(10))
    }
  }
}
