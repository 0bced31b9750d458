import CCurl
import CurlOptions

/// The exchange between server and us until we are connected, encrypted and logged in, which libcurl conducts for us:
/// our commands by their first word (so that no password is kept), and the server's replies.
final class SMTPHandshake {
  private let patience: SMTPPatience
  private let stop: StopSwitch
  private(set) var commands: [String] = []
  private var replies: [SMTPReply] = []
  private var isConnected = false
  private var lastSign = ContinuousClock.now
  /// The reason why it was abandoned.
  private var givenUp: MailFailure?

  init(_ patience: SMTPPatience, _ stop: StopSwitch) {
    self.patience = patience
    self.stop = stop
  }

  var lastReply: String { replies.last?.text ?? "" }

  /// The server's capabilities from its latest answer to EHLO (RFC 5321 §4.1.1.1): keywords with their parameters.
  private(set) var extensions: [String: String] = [:]

  /// This object must outlive the transfer.
  func attach(to handle: UnsafeMutableRawPointer) {
    let me = Unmanaged.passUnretained(self).toOpaque()
    curl_set_pointer(handle, CURLOPT_DEBUGDATA, me)
    curl_set_pointer(handle, CURLOPT_XFERINFODATA, me)
    curl_set_number(handle, CURLOPT_VERBOSE, 1)
    curl_set_number(handle, CURLOPT_NOPROGRESS, 0)
    curl_set_trace_callback(handle) { _, kind, bytes, size, me in
      guard let bytes, let me else { return 0 }
      let line = String(decoding: UnsafeRawBufferPointer(start: bytes, count: size), as: UTF8.self)
      Unmanaged<SMTPHandshake>.fromOpaque(me).takeUnretainedValue().hear(line, kind)
      return 0
    }
    curl_set_progress_callback(handle) { me, _, _, _, _ in
      guard let me else { return 0 }
      return Unmanaged<SMTPHandshake>.fromOpaque(me).takeUnretainedValue().mayGoOn() ? 0 : 1
    }
  }

  private func hear(_ text: String, _ kind: curl_infotype) {
    switch kind {
    case CURLINFO_HEADER_IN:
      (isConnected, lastSign) = (true, .now)
      for line in text.split(whereSeparator: \.isNewline) { hearReply(line) }
    case CURLINFO_HEADER_OUT:
      guard let command = Self.known.first(where: { text.hasPrefix($0) }) else { return }
      commands.append(command)
      if command == "EHLO" { extensions = [:] }
    case CURLINFO_TEXT where text.hasPrefix("Connected to") || text.hasPrefix("Established connection"):
      (isConnected, lastSign) = (true, .now)
    default: break
    }
  }

  private static let known = ["EHLO", "HELO", "STARTTLS", "AUTH", "QUIT"]

  /// The lines of one reply repeat its code, and all but the last have a hyphen after it (RFC 5321 §4.2.1).
  private func hearReply(_ line: Substring) {
    guard let reply = SMTPReply(line) else { return }
    if commands.last == "EHLO", reply.code == 250 { note(extension: line.dropFirst(4)) }
    if let last = replies.last, !last.isComplete, last.code == reply.code {
      replies[replies.count - 1].add(reply)
    } else {
      replies.append(reply)
    }
  }

  private func note(extension line: Substring) {
    let parts = line.split(separator: " ", maxSplits: 1)
    guard let keyword = parts.first, extensions.count < 50 else { return }
    extensions[keyword.uppercased()] = parts.count > 1 ? String(parts[1]) : ""
  }

  /// libcurl has one time-out for all of this; here each step has its own.
  private func mayGoOn() -> Bool {
    let step: SMTPStep = isConnected ? .greeting : .connect
    if stop.isFlipped {
      givenUp = MailFailure(.stopped, step: step)
    } else if .now - lastSign > patience.duration(of: step) {
      givenUp = MailFailure(.silent, step: step)
    }
    return givenUp == nil
  }

  /// The failure, judged by the server's last word before its goodbye (221), or by libcurl's result if that was no
  /// refusal.
  func failure(_ result: CURLcode) -> MailFailure {
    if let givenUp { return givenUp }
    let step: SMTPStep = isConnected ? .greeting : .connect
    if let refusal = replies.last(where: { $0.code != 221 }), refusal.isRefusal {
      return MailFailure(kind(of: refusal, result), code: refusal.code, reply: refusal.text, step: step)
    }
    if result == CURLE_OPERATION_TIMEDOUT { return MailFailure(.silent, step: step) }
    return MailFailure(Self.kind(of: result), reply: String(cString: curl_easy_strerror(result)), step: step)
  }

  private func kind(of refusal: SMTPReply, _ result: CURLcode) -> MailFailure.Kind {
    if refusal.code < 500 { return .temporary }
    if refusal.wantsLogin { return .authentication }
    let kind = Self.kind(of: result)
    return kind == .tls || kind == .authentication ? kind : .unreachable
  }

  private static func kind(of result: CURLcode) -> MailFailure.Kind {
    switch result {
    case CURLE_LOGIN_DENIED: .authentication
    case CURLE_USE_SSL_FAILED, CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE,
      CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER, CURLE_SSL_ISSUER_ERROR:
      .tls
    default: .unreachable
    }
  }
}
