import CCurl
import CurlOptions
import Foundation

/// A conversation on the open connection: commands go out, replies come in, each within its time, until somebody stops
/// it.
///
/// libcurl's own dialogue has one time-out for all steps, and waits just as patiently to say goodbye to a server that
/// has fallen silent; so libcurl only connects, encrypts, logs in, and carries the bytes.
struct SMTPLine {
  let handle: UnsafeMutableRawPointer
  let socket: curl_socket_t
  let stop: StopSwitch
  private var received: [UInt8] = []

  /// The longest single wait on the socket, which is how soon a stop is noticed.
  private static let look = Duration.milliseconds(100)
  private static let mostLines = 100

  /// - Parameter handle: connected with `CURLOPT_CONNECT_ONLY`.
  init?(_ handle: UnsafeMutableRawPointer, _ stop: StopSwitch) {
    var socket: curl_socket_t = -1
    guard curl_get_socket(handle, &socket) == CURLE_OK, socket >= 0 else { return nil }
    (self.handle, self.socket, self.stop) = (handle, socket, stop)
  }

  /// Sends everything; the time starts again with each piece the server accepts.
  mutating func send(_ bytes: [UInt8], _ step: SMTPStep, _ patience: Duration) throws(MailFailure) {
    var (rest, deadline) = (bytes[...], ContinuousClock.now + patience)
    while !rest.isEmpty {
      var count = 0
      let result = rest.withUnsafeBytes { curl_easy_send(handle, $0.baseAddress, $0.count, &count) }
      switch result {
      case CURLE_OK:
        rest = rest.dropFirst(count)
        deadline = .now + patience
      case CURLE_AGAIN: try wait(for: POLLOUT, step, deadline)
      default: throw broken(result, step)
      }
    }
  }

  /// The server's next reply.
  mutating func reply(_ step: SMTPStep, _ patience: Duration) throws(MailFailure) -> SMTPReply {
    let deadline = ContinuousClock.now + patience
    var reply: SMTPReply?
    for _ in 0..<Self.mostLines {
      let line = try line(step, deadline)
      guard let next = SMTPReply(Substring(line)) else {
        throw MailFailure(.unreachable, reply: String(line.prefix(200)), step: step)
      }
      if reply == nil { reply = next } else { reply?.add(next) }
      if let reply, reply.isComplete { return reply }
    }
    throw MailFailure(.unreachable, reply: reply?.text.prefix(200).description ?? "", step: step)
  }

  private mutating func line(_ step: SMTPStep, _ deadline: ContinuousClock.Instant) throws(MailFailure) -> String {
    while true {
      if let end = received.firstIndex(of: UInt8(ascii: "\n")) {
        let line = received[..<end]
        received = Array(received[(end + 1)...])
        return String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
      }
      if received.count > SMTPReply.longestLine { throw MailFailure(.unreachable, reply: "", step: step) }
      try receive(step, deadline)
    }
  }

  private mutating func receive(_ step: SMTPStep, _ deadline: ContinuousClock.Instant) throws(MailFailure) {
    var (buffer, count) = ([UInt8](repeating: 0, count: 4096), 0)
    let result = buffer.withUnsafeMutableBytes { curl_easy_recv(handle, $0.baseAddress, $0.count, &count) }
    switch result {
    case CURLE_OK where count > 0: received += buffer[..<count]
    case CURLE_AGAIN: try wait(for: POLLIN, step, deadline)
    default: throw broken(result == CURLE_OK ? CURLE_GOT_NOTHING : result, step)
    }
  }

  private func wait(for event: Int32, _ step: SMTPStep, _ deadline: ContinuousClock.Instant) throws(MailFailure) {
    if stop.ends(step) { throw MailFailure(.stopped, step: step) }
    let left = deadline - .now
    if left <= .zero { throw MailFailure(.silent, step: step) }
    var state = pollfd(fd: socket, events: Int16(event), revents: 0)
    _ = poll(&state, 1, Int32(min(left, Self.look) / .milliseconds(1)) + 1)
  }

  private func broken(_ result: CURLcode, _ step: SMTPStep) -> MailFailure {
    MailFailure(.unreachable, reply: String(cString: curl_easy_strerror(result)), step: step)
  }
}
