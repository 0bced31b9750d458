import Testing

@testable import WebSockets

@Suite("Becoming a socket", .timeLimit(.minutes(1)))
struct UpgradeTests {
  @Test("A request is answered with the key's proof, and no header of ours leaves the server")
  func accepts() async throws {
    try await SocketServer.run { server in
      try await Peer.connect(server.port, path: nil) { peer in
        let head = try await peer.upgrade("/socket").lowercased()
        #expect(head.hasPrefix("http/1.1 101"))
        #expect(head.contains("sec-websocket-accept: s3pplmbitxaq9kygzzhzrbk+xoo="))
        #expect(!head.contains("ticket"))
        try await peer.send(.text("Grüße"))
        #expect(try await peer.nextText() == "Grüße")
      }
    }
  }

  @Test("A connection that has served pages can become a socket")
  func later() async throws {
    try await SocketServer.run { server in
      try await Peer.connect(server.port, path: nil) { peer in
        for _ in 0..<2 {
          #expect(try await peer.request("/plain").hasPrefix("HTTP/1.1 200"))
          try await peer.skip("plain".utf8.count)
        }
        #expect(try await peer.upgrade("/socket").hasPrefix("HTTP/1.1 101"))
        try await peer.send(.text("late"))
        #expect(try await peer.nextText() == "late")
      }
    }
  }

  @Test(
    "A wrong request is refused with a plain answer, and the connection ends",
    arguments: [
      (["Upgrade": "h2c"], "426", "upgrade: websocket"),
      (["Connection": "keep-alive"], "426", "upgrade: websocket"),
      (["Sec-WebSocket-Version": "8"], "426", "sec-websocket-version: 13"),
      (["Sec-WebSocket-Key": "short"], "400", "connection: close"),
      (["Sec-WebSocket-Key": ""], "400", "connection: close"),
      (["Content-Length": "5"], "426", "upgrade: websocket"),
      (["Origin": "https://elsewhere.example"], "403", "connection: close"),
      (["Origin": ""], "403", "connection: close"),
    ])
  func refuses(headers: [String: String], status: String, line: String) async throws {
    try await SocketServer.run(WebSocketOptions(origins: ["https://here.example"])) { server in
      try await Peer.connect(server.port, path: nil) { peer in
        let head = try await peer.upgrade("/socket", ["Origin": "https://here.example"].merging(headers) { $1 })
        #expect(head.hasPrefix("HTTP/1.1 \(status)") && head.lowercased().contains(line))
        #expect(try await peer.closeCode() == nil)
      }
    }
  }

  @Test("The page's own origin is accepted")
  func ownOrigin() async throws {
    try await SocketServer.run(WebSocketOptions(origins: ["https://here.example"])) { server in
      try await Peer.connect(server.port, path: nil) { peer in
        let head = try await peer.upgrade("/socket", ["Origin": "https://here.example"])
        #expect(head.hasPrefix("HTTP/1.1 101"))
      }
    }
  }

  @Test("A page is served as usual when another protocol is offered; the connection ends after it")
  func otherProtocol() async throws {
    try await SocketServer.run { server in
      for (path, status) in [("/plain", "200"), ("/nowhere", "404")] {
        try await Peer.connect(server.port, path: nil) { peer in
          let head = try await peer.request(path, ["Connection": "Upgrade", "Upgrade": "h2c"])
          #expect(head.hasPrefix("HTTP/1.1 \(status)") && head.lowercased().contains("connection: close"))
          while try await peer.next() != nil {}
        }
        try await Peer.connect(server.port, path: nil) { peer in
          let head = try await peer.upgrade(path)
          #expect(head.hasPrefix("HTTP/1.1 \(status)"))
          while try await peer.next() != nil {}
        }
      }
    }
  }

  @Test("A request that doesn't want a socket is told that the route is one")
  func noUpgrade() async throws {
    try await SocketServer.run { server in
      try await Peer.connect(server.port, path: nil) { peer in
        let head = try await peer.request("/socket")
        #expect(head.hasPrefix("HTTP/1.1 426"))
      }
    }
  }
}
