/// How a socket ended.
package struct WebSocketClosing: Equatable, Sendable {
  package let code: CloseCode
  package let reason: String
  /// Whether the peer closed it, not we.
  package let isByPeer: Bool
}
