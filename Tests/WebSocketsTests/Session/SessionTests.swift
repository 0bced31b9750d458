import NIOCore
import Synchronization
import Testing

@testable import WebSockets

@Suite("An open socket", .timeLimit(.minutes(1)))
struct SessionTests {
  @Test("Messages come back whole, in order, whatever the size of their pieces")
  func echoes() async throws {
    try await SocketServer.run { server in
      try await Peer.connect(server.port) { peer in
        for byte in ClientFrame.text("slow").bytes { try await peer.send([byte]) }
        #expect(try await peer.nextText() == "slow")
        try await peer.send(.binary(60_000))
        #expect(try await peer.next()?.payload.readableBytes == 60_000)
        try await peer.send((0..<100).flatMap { ClientFrame.text("\($0)").bytes })
        for number in 0..<100 { #expect(try await peer.nextText() == "\(number)") }
      }
    }
  }

  @Test("A ping is answered with its payload, even while the application is busy")
  func pings() async throws {
    let serve: @Sendable (WebSocket) async throws -> Void = { _ in try await Task.sleep(for: .seconds(1)) }
    try await SocketServer.run(serve: serve) { server in
      try await Peer.connect(server.port) { peer in
        try await peer.send(.ping("still there?"))
        let pong = try await peer.next()
        #expect(pong?.opcode == 10 && pong.map { String(buffer: $0.payload) } == "still there?")
      }
    }
  }

  @Test("A Close is answered with its code, and the server ends the connection")
  func peerCloses() async throws {
    let closing = Mutex<WebSocketClosing?>(nil)
    let serve: @Sendable (WebSocket) async throws -> Void = { socket in
      await SocketServer.echo(socket)
      closing.withLock { $0 = socket.closing }
    }
    try await SocketServer.run(serve: serve) { server in
      try await Peer.connect(server.port) { peer in
        try await peer.send(.close(4002, "elsewhere"))
        #expect(try await peer.next()?.closeCode == 4002)
        #expect(try await peer.next() == nil)
      }
    }
    let expected = WebSocketClosing(code: CloseCode(rawValue: 4002), reason: "elsewhere", isByPeer: true)
    #expect(closing.withLock { $0 } == expected)
  }

  @Test("The socket closes with 1000 when the application returns, with 1011 when it throws", arguments: [1000, 1011])
  func applicationEnds(code: UInt16) async throws {
    struct Mishap: Error {}
    let serve: @Sendable (WebSocket) throws -> Void = { _ in if code == 1011 { throw Mishap() } }
    try await SocketServer.run(serve: serve) { server in
      try await Peer.connect(server.port) { peer in
        #expect(try await peer.closeCode() == code)
        try await peer.send(.close(code))
        #expect(try await peer.next() == nil)
      }
    }
  }

  @Test("Frames sent before a close arrive before it; those sent after it don't")
  func closesInOrder() async throws {
    let serve: @Sendable (WebSocket) async throws -> Void = { socket in
      for number in 0..<50 { socket.send(text: "\(number)") }
      socket.close(CloseCode(rawValue: 4003), "over")
      socket.send(text: "too late")
    }
    try await SocketServer.run(serve: serve) { server in
      try await Peer.connect(server.port) { peer in
        for number in 0..<50 {
          let text = try await peer.nextText()
          #expect(text == "\(number)")
        }
        #expect(try await peer.next()?.closeCode == 4003)
      }
    }
  }

  @Test("A peer that breaks the rules is told which one, and not heard any more")
  func violations() async throws {
    let limits = FrameLimits(frameBytes: 100, messageBytes: 100)
    try await SocketServer.run(WebSocketOptions(origins: nil, limits: limits)) { server in
      for (bytes, code) in [
        (ClientFrame(opcode: 1, mask: nil).bytes, 1002), (ClientFrame(opcode: 1, payload: [0xFF]).bytes, 1007),
        (ClientFrame.binary(101).bytes, 1009), (Array(repeating: 0xFF, count: 500_000), 1002),
      ] as [([UInt8], UInt16)] {
        try await Peer.connect(server.port) { peer in
          try await peer.send(bytes)
          #expect(try await peer.next()?.closeCode == code)
          try await peer.send(.text("and then"))
          #expect(try await peer.next() == nil)
        }
      }
    }
  }

  @Test("More messages than the rate allows end the connection with 1008; fragments and pings count")
  func rate() async throws {
    let options = WebSocketOptions(origins: nil, rate: MessageRate(5, per: .seconds(60)))
    try await SocketServer.run(options) { server in
      for frame in [ClientFrame.text("a"), .ping("b"), ClientFrame(opcode: 0, isFinal: false)] {
        try await Peer.connect(server.port) { peer in
          try await peer.send(ClientFrame(opcode: 1, isFinal: frame.opcode == 1).bytes)
          for _ in 0..<4 { try await peer.send(frame) }
          try await Task.sleep(for: .milliseconds(100))
          try await peer.send(frame)
          #expect(try await peer.closeCode() == 1008)
        }
      }
    }
  }

  @Test("A peer that left silently ends the messages")
  func gone() async throws {
    let codes = Mutex<[CloseCode?]>([])
    let serve: @Sendable (WebSocket) async throws -> Void = { socket in
      for await _ in socket.messages {}
      codes.withLock { $0.append(socket.closing?.code) }
    }
    try await SocketServer.run(serve: serve) { server in
      try await Peer.connect(server.port) { _ in }
      try await Peer.connect(server.port) { peer in
        peer.endOutput()
        let frame = try await peer.next()
        #expect(frame == nil)
      }
    }
    #expect(codes.withLock { $0 } == [.abnormal, .abnormal])
  }
}
