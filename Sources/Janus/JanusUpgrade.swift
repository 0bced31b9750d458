import NIOCore
import NIOHTTP1
import NIOPosix
import NIOWebSocket

/// A connection to a Janus that has become a WebSocket.
enum JanusUpgrade {
  typealias Frames = NIOAsyncChannel<WebSocketFrame, WebSocketFrame>

  /// Bytes of one message. A subscriber's offer with fifty lines has some 60,000.
  private static let limit = 1 << 20
  /// For the connection, and for the upgrade: one that hangs accepts connections still.
  private static let patience = TimeAmount.milliseconds(1500)

  /// - Throws: `JanusProblem.gone`.
  static func connect(to address: JanusAddress) async throws -> Frames {
    do {
      let upgrade = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
        .connectTimeout(patience)
        .channelOption(.tcpOption(.tcp_nodelay), value: 1)
        .connect(host: address.host, port: address.port) { channel in
          channel.eventLoop.makeCompletedFuture { try pipeline(of: channel, to: address) }
        }
      if let frames = try await upgrade.get() { return frames }
    } catch {}
    throw JanusProblem.gone
  }

  private static func pipeline(of channel: any Channel, to address: JanusAddress) throws -> EventLoopFuture<Frames?> {
    let upgrader = NIOTypedWebSocketClientUpgrader<Frames?>(maxFrameSize: limit) { channel, _ in
      channel.eventLoop.makeCompletedFuture {
        try channel.pipeline.syncOperations.addHandler(
          NIOWebSocketFrameAggregator(
            minNonFinalFragmentSize: 0, maxAccumulatedFrameCount: 256, maxAccumulatedFrameSize: limit))
        return try Frames(wrappingChannelSynchronously: channel)
      }
    }
    let configuration = NIOTypedHTTPClientUpgradeConfiguration(
      upgradeRequestHead: head(address), upgraders: [upgrader],
      notUpgradingCompletionHandler: { $0.eventLoop.makeSucceededFuture(nil) })
    let hurry = channel.eventLoop.scheduleTask(in: patience) { channel.close(promise: nil) }
    let upgrade = try channel.pipeline.syncOperations.configureUpgradableHTTPClientPipeline(
      configuration: .init(upgradeConfiguration: configuration))
    upgrade.whenComplete { _ in hurry.cancel() }
    return upgrade
  }

  private static func head(_ address: JanusAddress) -> HTTPRequestHead {
    let headers: HTTPHeaders = [
      "Host": String(address.description.dropFirst("ws://".count)), "Sec-WebSocket-Protocol": "janus-protocol",
      "Content-Length": "0",
    ]
    return HTTPRequestHead(version: .http1_1, method: .GET, uri: "/", headers: headers)
  }
}
