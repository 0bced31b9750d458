import Foundation
import Synchronization

/// A server on a port of this machine that answers each path as told and counts the connections.
final class AnsweringServer: Sendable {
  /// The answer to a path, from the status line on; nil to say nothing and wait.
  typealias Answers = @Sendable (_ path: String) -> [UInt8]?

  let port: Int
  private let listener: Int32
  private let answers: Answers
  private let count = Mutex(0)
  private let heard = Mutex<[String]>([])

  init(_ answers: @escaping Answers) throws {
    self.answers = answers
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isListening = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, size) == 0 && listen(listener, 8) == 0 && getsockname(listener, $0, &size) == 0
      }
    }
    guard isListening else { throw POSIXError(.EADDRNOTAVAIL) }
    self.listener = listener
    port = Int(UInt16(bigEndian: address.sin_port))
    Thread.detachNewThread { [self] in serve() }
  }

  var connections: Int { count.withLock { $0 } }

  /// What was asked, as it came.
  var requests: [String] { heard.withLock { $0 } }

  func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

  private func serve() {
    while true {
      let socket = accept(listener, nil, nil)
      guard socket >= 0 else { break }
      count.withLock { $0 += 1 }
      answer(socket)
      close(socket)
    }
    close(listener)
  }

  private func answer(_ socket: Int32) {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = recv(socket, &buffer, buffer.count, 0)
    guard count > 0 else { return }
    heard.withLock { $0.append(String(decoding: buffer[..<count], as: UTF8.self)) }
    let path = String(decoding: buffer[..<count], as: UTF8.self).split(separator: " ").dropFirst().first ?? ""
    guard let answer = answers(String(path)) else {
      while recv(socket, &buffer, 1, 0) > 0 {}
      return
    }
    var sent = 0
    while sent < answer.count {
      let count = answer[sent...].withUnsafeBytes { send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      guard count > 0 else { return }
      sent += count
    }
  }
}

extension AnsweringServer {
  static func text(_ head: String, _ body: String = "") -> [UInt8] {
    Array("\(head.replacing("\n", with: "\r\n"))\r\nConnection: close\r\n\r\n\(body)".utf8)
  }
}
