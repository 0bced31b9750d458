import WebSockets

/// The floor's requirements for a socket: putting something into it never blocks.
package protocol FloorSocket: AnyObject, Sendable {
  func send(_ frame: EncodedFrame)
  func close(_ code: CloseCode, _ reason: String)
}

extension WebSocket: FloorSocket {}

extension CloseCode {
  /// The link is no longer valid, or its guest was removed.
  static let linkInvalid = CloseCode(rawValue: 4001)
  /// The same seat was opened in another window.
  static let openedElsewhere = CloseCode(rawValue: 4002)
  /// The evening has ended.
  static let eveningEnded = CloseCode(rawValue: 4003)
  /// Another node has the floor; the reason is the beginning of its sockets' addresses.
  package static let moved = CloseCode(rawValue: 4004)
}

/// Several pages that are sent the same message.
package struct FloorAudience: Sendable {
  /// The network's pages, kept by event loop.
  private var near = Audience()
  private var others: [any FloorSocket] = []

  package init(_ sockets: some Sequence<any FloorSocket>) {
    for socket in sockets {
      if let socket = socket as? WebSocket { near.insert(socket) } else { others.append(socket) }
    }
  }

  package func send(_ frame: EncodedFrame) {
    if !near.isEmpty { near.send(frame) }
    for socket in others { socket.send(frame) }
  }
}
