import Foundation

/// A UDP socket to one server that waits a second for each answer.
final class DatagramLine {
  private let descriptor: Int32

  /// - Throws: `TurnProbe.Problem.unknownHost`, even if no socket is available.
  init(host: String, port: UInt16) throws(TurnProbe.Problem) {
    guard let descriptor = Self.connected(host, port) else { throw .unknownHost(host) }
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  func send(_ bytes: [UInt8]) {
    _ = write(descriptor, bytes, bytes.count)
  }

  /// Nil after a second without a datagram.
  func receive() -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: 2048)
    let count = read(descriptor, &bytes, bytes.count)
    return count > 0 ? Array(bytes[..<count]) : nil
  }

  private static func connected(_ host: String, _ port: UInt16) -> Int32? {
    var hints = addrinfo()
    hints.ai_socktype = datagrams
    var found: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(host, String(port), &hints, &found) == 0, let first = found else { return nil }
    defer { freeaddrinfo(found) }
    for address in sequence(first: first, next: { $0.pointee.ai_next }) {
      let descriptor = socket(address.pointee.ai_family, address.pointee.ai_socktype, address.pointee.ai_protocol)
      guard descriptor >= 0 else { continue }
      var patience = timeval(tv_sec: 1, tv_usec: 0)
      setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
      if connect(descriptor, address.pointee.ai_addr, address.pointee.ai_addrlen) == 0 { return descriptor }
      close(descriptor)
    }
    return nil
  }

  #if canImport(Glibc)
    private static let datagrams = Int32(SOCK_DGRAM.rawValue)
  #else
    private static let datagrams = SOCK_DGRAM
  #endif
}
