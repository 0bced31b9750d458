import CCurl
import CurlOptions

/// What passes between the server and us during one transfer: our mail, our commands by their first word (so that no
/// password is kept), and its replies.
final class SMTPDialogue {
  private let mail: [UInt8]
  private var handedOver = 0
  private(set) var commands: [String] = []
  private var replies: [SMTPReply] = []

  init(mail: [UInt8]) {
    self.mail = mail
  }

  var lastReply: String { replies.last?.text ?? "" }

  /// The dialogue must outlive the transfer.
  func attach(to handle: UnsafeMutableRawPointer) {
    let me = Unmanaged.passUnretained(self).toOpaque()
    curl_set_pointer(handle, CURLOPT_READDATA, me)
    curl_set_pointer(handle, CURLOPT_WRITEDATA, me)
    curl_set_pointer(handle, CURLOPT_DEBUGDATA, me)
    curl_set_number(handle, CURLOPT_VERBOSE, 1)
    curl_set_number(handle, CURLOPT_INFILESIZE, mail.count)
    curl_set_bytes_callback(handle, CURLOPT_READFUNCTION) { bytes, size, count, me in
      guard let bytes, let me else { return 0 }
      let room = UnsafeMutableRawBufferPointer(start: bytes, count: size * count)
      return Unmanaged<SMTPDialogue>.fromOpaque(me).takeUnretainedValue().handOver(into: room)
    }
    curl_set_bytes_callback(handle, CURLOPT_WRITEFUNCTION) { _, size, count, _ in size * count }
    curl_set_trace_callback(handle) { _, kind, bytes, size, me in
      guard let bytes, let me, kind == CURLINFO_HEADER_IN || kind == CURLINFO_HEADER_OUT else { return 0 }
      let line = String(decoding: UnsafeRawBufferPointer(start: bytes, count: size), as: UTF8.self)
      Unmanaged<SMTPDialogue>.fromOpaque(me).takeUnretainedValue().hear(line, fromServer: kind == CURLINFO_HEADER_IN)
      return 0
    }
  }

  private func handOver(into room: UnsafeMutableRawBufferPointer) -> Int {
    let piece = mail[handedOver..<min(mail.count, handedOver + room.count)]
    room.copyBytes(from: piece)
    handedOver += piece.count
    return piece.count
  }

  private func hear(_ text: String, fromServer: Bool) {
    if fromServer {
      for line in text.split(whereSeparator: \.isNewline) { hearReply(line) }
    } else if let command = Self.known.first(where: { text.hasPrefix($0) }) {
      commands.append(command)
    }
  }

  private static let known = ["EHLO", "HELO", "STARTTLS", "AUTH", "NOOP", "MAIL", "RCPT", "DATA", "QUIT"]

  /// Lines of one reply repeat its code, each but the last with a hyphen after it (RFC 5321 §4.2.1).
  private func hearReply(_ line: Substring) {
    guard let reply = SMTPReply(line) else { return }
    if let last = replies.last, !last.isComplete, last.code == reply.code {
      replies[replies.count - 1].add(reply)
    } else {
      replies.append(reply)
    }
  }

  /// What went wrong, judged by the server's last word but its goodbye (221), or by libcurl's where that was no refusal.
  func failure(_ result: CURLcode) -> MailFailure {
    if let refusal = replies.last(where: { $0.code != 221 }), refusal.isRefusal {
      return MailFailure(kind(of: refusal, result), code: refusal.code, reply: refusal.text)
    }
    let reason = String(cString: curl_easy_strerror(result))
    let mayHaveBeenTaken = !mail.isEmpty && handedOver == mail.count
    return MailFailure(Self.kind(of: result), reply: reason, mayHaveBeenTaken: mayHaveBeenTaken)
  }

  private func kind(of refusal: SMTPReply, _ result: CURLcode) -> MailFailure.Kind {
    switch refusal.code {
    case 400...499: .temporary
    case 530, 534, 535, 538: .authentication
    default:
      switch Self.kind(of: result) {
      case .tls: .tls
      case .authentication: .authentication
      default: commands.contains("MAIL") ? .permanent : .unreachable
      }
    }
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
