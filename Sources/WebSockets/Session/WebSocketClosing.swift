/// The way a socket ended.
package struct WebSocketClosing: Equatable, Sendable {
  package let code: CloseCode
  package let reason: String
  /// True if the peer closed it, false if we did.
  package let isByPeer: Bool
}
