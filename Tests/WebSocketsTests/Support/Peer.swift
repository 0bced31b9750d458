import NIOCore
import NIOPosix

/// A client at the level of bytes, so that it can do what no browser would. It reads only on request.
final class Peer {
  private let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
  private var inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
  private var bytes = ByteBuffer()

  private init(
    _ inbound: NIOAsyncChannelInboundStream<ByteBuffer>, _ outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
  ) {
    self.outbound = outbound
    self.inbound = inbound.makeAsyncIterator()
  }

  /// - Parameter path: the path at which to become a socket at once; nil to stay with HTTP.
  static func connect<Result: Sendable>(
    _ port: Int, path: String? = "/socket", receiveBuffer: Int? = nil, _ talk: (Peer) async throws -> Result
  ) async throws -> Result {
    var bootstrap = ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
      .channelOption(.allowRemoteHalfClosure, value: true)
    if let receiveBuffer {
      bootstrap = bootstrap.channelOption(.socketOption(.so_rcvbuf), value: numericCast(receiveBuffer))
    }
    let channel = try await bootstrap.connect(host: "127.0.0.1", port: port) { channel in
      channel.eventLoop.makeCompletedFuture {
        try NIOAsyncChannel<ByteBuffer, ByteBuffer>(
          wrappingChannelSynchronously: channel, configuration: .init(isOutboundHalfClosureEnabled: true))
      }
    }
    return try await channel.executeThenClose { inbound, outbound in
      let peer = Peer(inbound, outbound)
      if let path { _ = try await peer.upgrade(path) }
      return try await talk(peer)
    }
  }

  /// The head of the answer to a request.
  func request(_ path: String, method: String = "GET", _ headers: [String: String] = [:]) async throws -> String {
    let lines = headers.map { "\($0.key): \($0.value)\r\n" }.joined()
    try await send(Array("\(method) \(path) HTTP/1.1\r\nHost: localhost\r\n\(lines)\r\n".utf8))
    var head: [UInt8] = []
    while !head.suffix(4).elementsEqual("\r\n\r\n".utf8) {
      guard let byte = try await nextByte() else { return String(decoding: head, as: UTF8.self) }
      head.append(byte)
    }
    return String(decoding: head, as: UTF8.self)
  }

  static let upgradeHeaders = [
    "Connection": "keep-alive, Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
  ]

  func upgrade(_ path: String, _ headers: [String: String] = [:]) async throws -> String {
    try await request(path, Self.upgradeHeaders.merging(headers) { $1 })
  }

  func send(_ frame: ClientFrame) async throws {
    try await send(frame.bytes)
  }

  func send(_ bytes: [UInt8]) async throws {
    try await outbound.write(ByteBuffer(bytes: bytes))
  }

  /// Ends its output without a goodbye.
  func endOutput() {
    outbound.finish()
  }

  /// The next frame, or nil if the server has closed the connection.
  func next() async throws -> ServerFrame? {
    while true {
      if let frame = ServerFrame(from: &bytes) { return frame }
      guard try await readMore() else { return nil }
    }
  }

  func nextText() async throws -> String? {
    try await next()?.text
  }

  /// The code of the server's Close, after any other frames.
  func closeCode() async throws -> UInt16? {
    while let frame = try await next() {
      if let code = frame.closeCode { return code }
    }
    return nil
  }

  func skip(_ count: Int) async throws {
    for _ in 0..<count { _ = try await nextByte() }
  }

  private func nextByte() async throws -> UInt8? {
    if bytes.readableBytes == 0 {
      guard try await readMore() else { return nil }
    }
    return bytes.readInteger()
  }

  private func readMore() async throws -> Bool {
    do {
      guard let more = try await inbound.next() else { return false }
      bytes.writeImmutableBuffer(more)
      return true
    } catch is IOError {
      return false
    }
  }
}
