import HTTPTypes
import Hummingbird

/// The response of an ordinary route that turns the request's connection into a WebSocket. The server must have a
/// `WebSocketUpgradeHandler` among the additional handlers of its HTTP/1 channels.
package enum WebSocketResponse {
  static let ticket = HTTPField.Name("X-WebSocket-Ticket")

  /// - Parameters:
  ///   - goodbye: called when the server is about to stop, before the socket closes with 1012. Frames it sends arrive
  ///     first. It runs on the connection's event loop and must not wait.
  ///   - serve: runs in a task of its own while the socket is open. The socket closes with 1000 when it returns, with
  ///     1011 when it throws.
  /// - Throws: `HTTPError`: 426 if no WebSocket is requested or the version is not 13, 400 for a bad key, 403 for a
  ///   foreign origin.
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
        Task.detached { await run(serve, socket) }
        throw ConnectionHandedOver()
      })
  }

  private static func run(_ serve: @Sendable (WebSocket) async throws -> Void, _ socket: WebSocket) async {
    do {
      try await serve(socket)
      socket.close(.normal)
    } catch {
      socket.close(.internalError)
    }
  }
}

/// The peer left before it had its answer, or the server lacks the handler.
struct ConnectionNotUpgraded: Error {}

/// Ends the server's task of a connection that became a socket. Kept for an evening, it would hold the request, the frames of
/// all who answered it, and the largest stack they needed.
struct ConnectionHandedOver: Error {}
