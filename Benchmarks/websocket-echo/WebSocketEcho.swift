import ArgumentParser
import Hummingbird
import HummingbirdCore
import Logging
import WebSockets

/// Echoes what it receives: the counterpart of conformance tests and load generators.
@main
struct WebSocketEcho: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "websocket-echo", abstract: "Sends back every message it gets.")

  @Option(help: "The port on 127.0.0.1.")
  var port = 9001

  @Flag(help: "Sends every message to all whose path is the same, as people at a party hear each other.")
  var rooms = false

  func run() async throws {
    let rooms = rooms ? Rooms() : nil
    let router = Router()
    for path in ["/", "/:room"] as [RouterPath] {
      router.get(path) { request, _ in
        try WebSocketResponse.accept(request, Self.options) { socket in
          if let rooms { await rooms.serve(socket, in: request.uri.path) } else { await echo(socket) }
        }
      }
    }
    var logger = Logger(label: "websocket-echo")
    logger.logLevel = .error
    let application = Application(
      router: router,
      server: .http1(
        configuration: .init(additionalChannelHandlers: [WebSocketUpgradeHandler()], idleTimeout: .seconds(75))),
      configuration: .init(address: .hostname("127.0.0.1", port: port), serverName: "websocket-echo"), logger: logger)
    try await application.runService()
  }

  /// Conformance tests send up to 16 MiB.
  private static var options: WebSocketOptions {
    WebSocketOptions(
      origins: nil, limits: FrameLimits(frameBytes: 1 << 25, messageBytes: 1 << 25),
      outbox: OutboxLimits(frames: 1 << 16, bytes: 1 << 26))
  }

  private func echo(_ socket: WebSocket) async {
    for await message in socket.messages { socket.send(EncodedFrame(message)) }
  }
}

extension EncodedFrame {
  init(_ message: WebSocketMessage) {
    switch message {
    case .text(let text): self = .text(text)
    case .binary(let bytes): self = .binary(bytes)
    }
  }
}
