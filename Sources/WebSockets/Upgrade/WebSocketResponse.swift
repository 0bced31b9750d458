import HTTPTypes
import Hummingbird

/// The answer of an ordinary route that makes the request's connection a WebSocket. The server must have a `WebSocketUpgradeHandler`
/// among the additional handlers of its HTTP/1 channels.
package enum WebSocketResponse {
  static let ticket = HTTPField.Name("X-WebSocket-Ticket")

  /// - Parameters:
  ///   - goodbye: is called when the server is about to end, before the socket closes with 1012. What it sends arrives first. It runs on
  ///     the connection's event loop and must not wait.
  ///   - serve: runs in the request's task while the socket is open. When it returns, the socket closes with 1000, when it throws, with
  ///     1011.
  /// - Throws: `HTTPError`: 426 where no WebSocket is asked for or not version 13, 400 for a bad key, 403 for a foreign origin.
  package static func accept(
    _ request: Request, _ options: WebSocketOptions, goodbye: @escaping @Sendable (WebSocket) -> Void = { _ in },
    serve: @escaping @Sendable (WebSocket) async throws -> Void
  ) throws(HTTPError) -> Response {
    let accept = try UpgradeRequest.accept(request.head, origins: options.origins)
    let upgrade = PendingUpgrade(options, goodbye: goodbye)
    var headers: HTTPFields = [.upgrade: "websocket", .connection: "upgrade", .secWebSocketAccept: accept]
    if let ticket { headers[ticket] = upgrade.ticket }
    let untilUpgraded = request.body
    return Response(
      status: .switchingProtocols, headers: headers,
      body: ResponseBody { _ in
        for try await _ in untilUpgraded {}
        guard let socket = upgrade.socket else { throw ConnectionNotUpgraded() }
        try await run(serve, socket)
      })
  }

  /// The response isn't over before the connection is: the server would close it under the closing handshake.
  private static func run(_ serve: @Sendable (WebSocket) async throws -> Void, _ socket: WebSocket) async throws {
    do {
      try await serve(socket)
    } catch {
      socket.close(.internalError)
      await socket.ended()
      throw error
    }
    socket.close(.normal)
    await socket.ended()
  }
}

/// The peer left before it had its answer, or the server lacks the handler.
struct ConnectionNotUpgraded: Error {}
