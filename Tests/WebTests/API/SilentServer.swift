import Foundation
import NIOConcurrencyHelpers

/// A port on this machine that takes connections, counts them, and never says a word.
final class SilentServer: Sendable {
  let port: Int
  private let listener: Int32
  private let taken = NIOLockedValueBox<[Int32]>([])

  init() throws {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    (address.sin_family, address.sin_addr.s_addr) = (sa_family_t(AF_INET), UInt32(0x7F00_0001).bigEndian)
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, size) == 0 && listen(listener, 64) == 0 && getsockname(listener, $0, &size) == 0
      }
    }
    guard isBound else { throw CocoaError(.fileReadUnknown) }
    (self.listener, port) = (listener, Int(UInt16(bigEndian: address.sin_port)))
    let taken = taken
    Thread.detachNewThread {
      while true {
        let connection = accept(listener, nil, nil)
        if connection < 0 { return }
        taken.withLockedValue { $0.append(connection) }
      }
    }
  }

  var count: Int { taken.withLockedValue { $0.count } }

  /// Ends all connections that were taken, without an answer.
  func hangUp() {
    taken.withLockedValue { sockets in for socket in sockets { shutdown(socket, Int32(SHUT_RDWR)) } }
  }

  deinit {
    shutdown(listener, Int32(SHUT_RDWR))
    close(listener)
    taken.withLockedValue { sockets in for socket in sockets { close(socket) } }
  }
}
