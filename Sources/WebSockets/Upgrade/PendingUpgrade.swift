import Synchronization

/// A socket that a route has promised and the connection has yet to become. The route's response carries the ticket in
/// a header, by which the connection's handler finds it; the header doesn't leave the server.
final class PendingUpgrade: Sendable {
  private struct Entry {
    weak var upgrade: PendingUpgrade?
  }

  private static let tickets = Mutex<(last: UInt64, entries: [String: Entry])>((0, [:]))

  let ticket: String
  let options: WebSocketOptions
  let goodbye: @Sendable (WebSocket) -> Void
  private let fulfilled = Mutex<WebSocket?>(nil)

  /// The promised socket, once it exists.
  var socket: WebSocket? { fulfilled.withLock { $0 } }

  init(_ options: WebSocketOptions, goodbye: @escaping @Sendable (WebSocket) -> Void) {
    self.options = options
    self.goodbye = goodbye
    ticket = Self.tickets.withLock { tickets in
      tickets.last += 1
      return String(tickets.last)
    }
    Self.tickets.withLock { $0.entries[ticket] = Entry(upgrade: self) }
  }

  deinit {
    Self.tickets.withLock { _ = $0.entries.removeValue(forKey: ticket) }
  }

  /// Each ticket is valid once.
  static func claim(_ ticket: String) -> PendingUpgrade? {
    tickets.withLock { $0.entries.removeValue(forKey: ticket)?.upgrade }
  }

  func fulfil(_ socket: WebSocket) {
    fulfilled.withLock { $0 = socket }
  }
}
