import Foundation
import House

/// The port the server is about to listen on, tried before anything is opened, so that a doomed start changes nothing.
package struct ListeningPort {
  package let address: String
  package let port: Int

  package init(_ settings: Settings) {
    (address, port) = (settings.listenAddress, settings.port)
  }

  /// - Throws: `InstallationRefusal` that names the key to change.
  package func demandFree() throws {
    var hints = addrinfo()
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    hints.ai_flags = AI_PASSIVE
    var found: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(address, String(port), &hints, &found) == 0, let first = found else {
      throw InstallationRefusal(description: "STEHTISCH_ADDRESS: “\(address)” is no address of this machine.")
    }
    defer { freeaddrinfo(found) }
    let descriptor = socket(first.pointee.ai_family, first.pointee.ai_socktype, first.pointee.ai_protocol)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    var yes: Int32 = 1
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    guard bind(descriptor, first.pointee.ai_addr, first.pointee.ai_addrlen) == 0, listen(descriptor, 1) == 0 else {
      throw refusal(errno)
    }
  }

  private func refusal(_ code: Int32) -> InstallationRefusal {
    switch code {
    case EADDRINUSE:
      InstallationRefusal(
        description: "STEHTISCH_PORT: port \(port) of \(address) is taken by another program. Name a free one.")
    case EACCES:
      InstallationRefusal(
        description: "STEHTISCH_PORT: this user may not listen on port \(port). Name one from 1024 on, behind a proxy.")
    default:
      InstallationRefusal(
        description: "STEHTISCH_ADDRESS: can't listen on \(address): \(String(cString: strerror(code))).")
    }
  }
}
