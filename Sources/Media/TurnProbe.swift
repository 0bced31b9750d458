import Foundation

/// Asks a STUN or TURN server over UDP whether it does what browsers will ask of it. It blocks: keep it off the threads
/// that serve pages.
package struct TurnProbe: Sendable {
  let host: String
  let port: UInt16
  /// True to ask for a relayed address as well.
  let isRelay: Bool

  package enum Problem: Error, Equatable, CustomStringConvertible {
    case unreadable(String)
    case unknownHost(String)
    case noAnswer
    case refused(code: Int, reason: String)
    case strange

    package var description: String {
      switch self {
      case .unreadable(let url): "\(url) is no address of a STUN or TURN server."
      case .unknownHost(let host): "\(host) is not known to the name service."
      case .noAnswer: "no answer over UDP."
      case .refused(let code, let reason): "it refuses: \(code) \(reason)"
      case .strange: "it answers what no STUN server answers."
      }
    }
  }

  /// - Parameter url: such as `turn:turn.example.org:3478?transport=udp`. Without a port it is 3478 (RFC 7065).
  /// - Throws: `Problem.unreadable`. A `turns:` address speaks TLS, which this probe doesn't.
  package init(_ url: String) throws(Problem) {
    let parts = (url.split(separator: "?").first ?? "").split(separator: ":", omittingEmptySubsequences: false).map(
      String.init)
    guard (2...3).contains(parts.count), ["stun", "turn"].contains(parts[0]), !parts[1].isEmpty,
      let port = UInt16(parts.count == 3 ? parts[2] : "3478")
    else { throw .unreadable(url) }
    (host, self.port, isRelay) = (parts[1], port, parts[0] == "turn")
  }

  /// - Parameter random: 12 bytes, new for each message.
  /// - Throws: `Problem`.
  package func run(_ credentials: TurnCredentials, random: () -> [UInt8]) throws(Problem) {
    let line = try DatagramLine(host: host, port: port)
    guard isRelay else {
      _ = try ask(StunMessage(.bindingRequest, transaction: random()), expecting: .bindingSuccess, line)
      return
    }
    let (realm, nonce) = try challenge(line, random())
    var request = allocation(random())
    sign(&request, credentials, realm, nonce)
    _ = try ask(request, expecting: .allocateSuccess, line)
    // Released at once. If this message is lost, the server forgets the address after ten minutes.
    var refresh = StunMessage(.refreshRequest, transaction: random())
    refresh.add(.lifetime, [0, 0, 0, 0])
    sign(&refresh, credentials, realm, nonce)
    line.send(refresh.bytes)
  }

  /// The first request is always refused with the details the second one needs (RFC 8489 §9.2.3).
  private func challenge(_ line: DatagramLine, _ transaction: [UInt8]) throws(Problem) -> (String, String) {
    let answer = try ask(allocation(transaction), line)
    guard answer.kind == .allocateError, let error = answer.error else { throw .strange }
    guard error.code == 401, let realm = answer.text(.realm), let nonce = answer.text(.nonce) else {
      throw .refused(code: error.code, reason: error.reason)
    }
    return (realm, nonce)
  }

  private func allocation(_ transaction: [UInt8]) -> StunMessage {
    var request = StunMessage(.allocateRequest, transaction: transaction)
    // 17 is UDP.
    request.add(.requestedTransport, [17, 0, 0, 0])
    return request
  }

  private func sign(_ message: inout StunMessage, _ credentials: TurnCredentials, _ realm: String, _ nonce: String) {
    message.add(.username, credentials.username)
    message.add(.realm, realm)
    message.add(.nonce, nonce)
    message.sign(username: credentials.username, realm: realm, password: credentials.password)
  }

  private func ask(
    _ request: StunMessage, expecting kind: StunMessage.Kind, _ line: DatagramLine
  ) throws(Problem) -> StunMessage {
    let answer = try ask(request, line)
    if let error = answer.error { throw .refused(code: error.code, reason: error.reason) }
    guard answer.kind == kind else { throw .strange }
    return answer
  }

  /// Datagrams get lost, so there are three tries of one second each.
  private func ask(_ request: StunMessage, _ line: DatagramLine) throws(Problem) -> StunMessage {
    for _ in 1...3 {
      line.send(request.bytes)
      guard let bytes = line.receive() else { continue }
      guard let answer = StunMessage(bytes), answer.transaction == request.transaction else { throw .strange }
      return answer
    }
    throw .noAnswer
  }
}
