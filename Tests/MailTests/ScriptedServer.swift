import Foundation
import Synchronization

/// A mail server that answers by a script, on a port of this machine, one connection at a time.
final class ScriptedServer: Sendable {
  /// The answers to a verb, in turn; the last one stays. `drop` breaks the connection instead, `silence` keeps it and
  /// says nothing. Anything missing from the script is answered as a friendly server would.
  typealias Script = [String: [String]]

  struct Record: Sendable {
    var commands: [String] = []
    var mails: [String] = []
    var connections = 0
    fileprivate var script: Script
  }

  let port: Int
  private let listener: Int32
  private let record: Mutex<Record>

  private static let friendly: Script = [
    "CONNECT": ["220 test"], "EHLO": ["250-test\r\n250 AUTH PLAIN"], "HELO": ["250 test"], "AUTH": ["334 "],
    "PASSWORD": ["235 welcome"],
    "MAIL": ["250 ok"], "RCPT": ["250 ok"], "DATA": ["354 go on"], "CONTENT": ["250 queued"], "NOOP": ["250 ok"],
    "QUIT": ["221 bye"],
  ]

  init(_ script: Script = [:]) throws {
    record = Mutex(Record(script: Self.friendly.merging(script) { $1 }))
    (listener, port) = try Self.listener()
    Thread.detachNewThread { [self] in serve() }
  }

  static func listener() throws -> (socket: Int32, port: Int) {
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
    return (listener, Int(UInt16(bigEndian: address.sin_port)))
  }

  var seen: Record { record.withLock { $0 } }

  func stop() {
    shutdown(listener, Int32(SHUT_RDWR))
  }

  private func serve() {
    while true {
      let socket = accept(listener, nil, nil)
      guard socket >= 0 else { break }
      record.withLock { $0.connections += 1 }
      talk(over: socket)
      close(socket)
    }
    close(listener)
  }

  private func talk(over socket: Int32) {
    var received = ""
    guard answer("CONNECT", over: socket) != nil else { return }
    while let line = read(until: "\r\n", from: socket, into: &received) {
      let verb = String(line.prefix { $0.isLetter }).uppercased()
      record.withLock { $0.commands.append(line) }
      guard let reply = answer(verb, over: socket), verb != "QUIT" else { return }
      if verb == "AUTH" && reply.hasPrefix("3") {
        guard read(until: "\r\n", from: socket, into: &received) != nil, answer("PASSWORD", over: socket) != nil else {
          return
        }
      }
      if verb == "DATA" && reply.hasPrefix("3") {
        guard let mail = read(until: "\r\n.\r\n", from: socket, into: &received),
          answer("CONTENT", keeping: mail, over: socket) != nil
        else { return }
      }
    }
  }

  /// The answer; nil if the connection is to be broken.
  private func answer(_ verb: String, keeping mail: String? = nil, over socket: Int32) -> String? {
    let reply = record.withLock { record in
      let replies = record.script[verb] ?? ["502 unknown"]
      if replies.count > 1 { record.script[verb] = Array(replies.dropFirst()) }
      if let mail, replies[0].hasPrefix("2") { record.mails.append(mail) }
      return replies[0]
    }
    if reply == "silence" {
      var byte: UInt8 = 0
      while recv(socket, &byte, 1, 0) > 0 {}
    }
    guard reply != "drop", reply != "silence" else { return nil }
    let bytes = Array((reply + "\r\n").utf8)
    return send(socket, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count ? reply : nil
  }

  private func read(until end: String, from socket: Int32, into received: inout String) -> String? {
    while true {
      if let range = received.range(of: end, options: .literal) {
        let text = String(received[..<range.lowerBound])
        received.removeSubrange(..<range.upperBound)
        return text
      }
      var buffer = [UInt8](repeating: 0, count: 4096)
      let count = recv(socket, &buffer, buffer.count, 0)
      guard count > 0 else { return nil }
      received += String(decoding: buffer[..<count], as: UTF8.self)
    }
  }
}
