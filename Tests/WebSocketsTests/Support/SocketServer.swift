import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import ServiceLifecycle

@testable import WebSockets

/// A real server on its own port: `/socket` is a WebSocket, `/late` is one after 0.3 seconds, `/plain` is a page.
struct SocketServer: Sendable {
  let port: Int
  private let services: ServiceGroup

  /// Runs a test beside the server, and ends the server gracefully.
  static func run(
    _ options: WebSocketOptions = WebSocketOptions(origins: nil),
    goodbye: @escaping @Sendable (WebSocket) -> Void = { _ in },
    serve: @escaping @Sendable (WebSocket) async throws -> Void = echo,
    _ test: (SocketServer) async throws -> Void
  ) async throws {
    let (ports, port) = AsyncStream<Int>.makeStream()
    let application = application(options, goodbye, serve) { port.yield($0.localAddress?.port ?? 0) }
    let services = ServiceGroup(configuration: .init(services: [application], logger: application.logger))
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await services.run() }
      let server = SocketServer(port: await ports.first { _ in true } ?? 0, services: services)
      do {
        try await test(server)
      } catch {
        await server.stop()
        throw error
      }
      await server.stop()
      try await group.waitForAll()
    }
  }

  func stop() async {
    await services.triggerGracefulShutdown()
  }

  static func echo(_ socket: WebSocket) async {
    for await message in socket.messages {
      switch message {
      case .text(let text): socket.send(text: text)
      case .binary(let bytes): socket.send(.binary(bytes))
      }
    }
  }

  private static func application(
    _ options: WebSocketOptions, _ goodbye: @escaping @Sendable (WebSocket) -> Void,
    _ serve: @escaping @Sendable (WebSocket) async throws -> Void,
    _ onRunning: @escaping @Sendable (any Channel) async -> Void
  ) -> some ApplicationProtocol {
    let router = Router()
    router.get("/plain") { _, _ in "plain" }
    router.get("/socket") { request, _ in
      try WebSocketResponse.accept(request, options, goodbye: goodbye, serve: serve)
    }
    router.get("/late") { request, _ in
      try await Task.sleep(for: .milliseconds(300))
      return try WebSocketResponse.accept(request, options, goodbye: goodbye, serve: serve)
    }
    var logger = Logger(label: "test")
    logger.logLevel = .critical
    return Application(
      router: router,
      server: .http1(
        configuration: .init(additionalChannelHandlers: [WebSocketUpgradeHandler()], idleTimeout: .seconds(75))),
      configuration: .init(address: .hostname("127.0.0.1", port: 0)), onServerRunning: onRunning, logger: logger)
  }
}
