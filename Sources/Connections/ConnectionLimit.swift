import HummingbirdCore

/// How many connections are open at once, from everywhere together. While there are so many, the next ones wait at the
/// door, and the log has a line about it.
package struct ConnectionLimit: AvailableConnectionsDelegate {
  private let most: Int
  private let connections: OpenConnections
  private var count = 0

  /// - Parameter most: at least 1.
  package init(_ most: Int, _ connections: OpenConnections) {
    (self.most, self.connections) = (most, connections)
  }

  package mutating func connectionOpened() { count += 1 }

  package mutating func connectionClosed() { count -= 1 }

  package func isAcceptingNewConnections() -> Bool {
    if count < most { return true }
    connections.complain("too many connections: new ones wait", ["limit": "\(most)"])
    return false
  }
}
