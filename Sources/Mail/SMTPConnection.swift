import CCurl
import CurlOptions
import Foundation

/// One connection to a mail server. Its calls block; it belongs to one thread at a time. After a failure it can no
/// longer be used.
final class SMTPConnection {
  private let settings: SMTPSettings
  private let patience: SMTPPatience
  private let handle: UnsafeMutableRawPointer
  private let handshake: SMTPHandshake
  private var line: SMTPLine?
  private var isCut = false
  private(set) var mails = 0
  private(set) var lastUse = ContinuousClock.now

  /// Exim accepts ten on one connection at once and queues the others for up to half an hour.
  private static let usualMails = 10

  /// OpenSSL writes its goodbye even to a connection the server has closed, and the resulting signal would end the
  /// process.
  private static let isSetUp: Bool = {
    signal(SIGPIPE, SIG_IGN)
    return curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK
  }()

  /// Connects, encrypts and logs in.
  init(_ settings: SMTPSettings, _ patience: SMTPPatience, _ stop: StopSwitch) throws(MailFailure) {
    guard Self.isSetUp, let handle = curl_easy_init() else { throw MailFailure(.temporary, reply: "libcurl") }
    self.settings = settings
    self.patience = patience
    self.handle = handle
    handshake = SMTPHandshake(patience, stop)
    prepare()
    let result = withExtendedLifetime(handshake) {
      handshake.attach(to: handle)
      return curl_easy_perform(handle)
    }
    guard result == CURLE_OK, let line = SMTPLine(handle, stop) else { throw handshake.failure(result) }
    self.line = line
  }

  deinit {
    cut()
  }

  /// Ends the connection at once. On a connection made with `CURLOPT_CONNECT_ONLY`, libcurl says no goodbye; that is up
  /// to us, see `close`.
  func cut() {
    if !isCut { curl_easy_cleanup(handle) }
    (line, isCut) = (nil, true)
  }

  /// The number of mails the server accepts on one connection (`LIMITS`, RFC 9422 §4.1), but never more than servers
  /// usually tolerate.
  var mostMails: Int {
    let limits = (handshake.extensions["LIMITS"] ?? "").split(separator: " ").lazy
    let told = limits.compactMap { $0.hasPrefix("MAILMAX=") ? Int($0.dropFirst(8)) : nil }.first
    return max(1, min(told ?? Self.usualMails, Self.usualMails))
  }

  /// - Parameter isOurs: asked at the last moment at which the mail can still be taken back.
  func send(_ envelope: Envelope, ifStill isOurs: () -> Bool = { true }) throws(MailFailure) {
    mails += 1
    lastUse = .now
    let size = handshake.extensions["SIZE"] == nil ? "" : " SIZE=\(envelope.bytes.count)"
    try ask("MAIL FROM:<\(envelope.from)>\(size)", .sender)
    try ask("RCPT TO:<\(envelope.recipient)>", .recipient)
    try ask("DATA", .data, wanted: 354)
    try hand(over: envelope.bytes, ifStill: isOurs)
    lastUse = .now
  }

  /// Checks that mail would get through: the login, and the sender if there is one to try.
  func probe() throws(MailFailure) {
    if settings.login != nil && !handshake.commands.contains("AUTH") {
      throw MailFailure(.authentication, reply: handshake.lastReply, step: .greeting)
    }
    try ask("NOOP", .greeting)
    guard let sender = settings.probedSender else { return }
    try ask("MAIL FROM:<\(sender)>", .sender)
    try ask("RSET", .sender)
  }

  /// Says goodbye, and doesn't wait longer than a second for the answer (RFC 5321 §4.1.1.10 asks us to wait).
  func close() {
    let moment = Duration.seconds(1)
    try? line?.send(Array("QUIT\r\n".utf8), .greeting, moment)
    _ = try? line?.reply(.greeting, moment)
    cut()
  }

  private func ask(_ command: String, _ step: SMTPStep, wanted: Int? = nil) throws(MailFailure) {
    let time = patience.duration(of: step)
    try line?.send(Array((command + "\r\n").utf8), step, time)
    guard let reply = try line?.reply(step, time) else { throw MailFailure(.unreachable, step: step) }
    if reply.isRefusal { throw reply.failure(at: step) }
    if let wanted, reply.code != wanted {
      throw MailFailure(.temporary, code: reply.code, reply: reply.text, step: step)
    }
  }

  /// From the moment the final dot is sent the server may have accepted the mail, whatever we hear.
  private func hand(over mail: [UInt8], ifStill isOurs: () -> Bool) throws(MailFailure) {
    let content = DotStuffing.content(mail)
    let end = content.count - DotStuffing.end.count
    try line?.send(Array(content[..<end]), .content, patience.duration(of: .content))
    guard isOurs() else { throw MailFailure(.stopped, step: .content) }
    do throws(MailFailure) {
      try line?.send(Array(content[end...]), .content, patience.duration(of: .content))
      guard let reply = try line?.reply(.acceptance, patience.duration(of: .acceptance)) else {
        throw MailFailure(.unreachable, step: .acceptance)
      }
      if reply.isRefusal { throw reply.failure(at: .acceptance) }
    } catch {
      throw error.code == nil ? error.afterHandingOver : error
    }
  }

  private func prepare() {
    curl_set_text(handle, CURLOPT_URL, address)
    curl_set_text(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps")
    curl_set_text(handle, CURLOPT_PROXY, "")
    curl_set_number(handle, CURLOPT_NOSIGNAL, 1)
    curl_set_number(handle, CURLOPT_CONNECT_ONLY, 1)
    // The handshake keeps the time; these are only a limit in case it isn't called.
    let bound = Int(
      patience.duration(of: .connect) / .seconds(1) + 5 * (patience.duration(of: .greeting) / .seconds(1)))
    curl_set_number(handle, CURLOPT_CONNECTTIMEOUT, bound)
    curl_set_number(handle, CURLOPT_SERVER_RESPONSE_TIMEOUT, bound)
    curl_set_number(handle, CURLOPT_USE_SSL, Int(encryption.rawValue))
    if let file = settings.authorityFile { curl_set_text(handle, CURLOPT_CAINFO, file) }
    if let login = settings.login {
      curl_set_text(handle, CURLOPT_USERNAME, login.user)
      curl_set_text(handle, CURLOPT_PASSWORD, login.password)
    }
  }

  private var address: String {
    let host = settings.host.contains(":") ? "[\(settings.host)]" : settings.host
    let scheme = settings.security == .tls ? "smtps" : "smtp"
    return "\(scheme)://\(host):\(settings.port)/\(settings.greetingName ?? "")"
  }

  private var encryption: curl_usessl {
    switch settings.security {
    case .tls, .startTLS: CURLUSESSL_ALL
    case .startTLSIfOffered: settings.login == nil ? CURLUSESSL_TRY : CURLUSESSL_ALL
    case .none: CURLUSESSL_NONE
    }
  }
}

/// A mail in the form it has between DATA and its end (RFC 5321 §4.5.2).
enum DotStuffing {
  /// A line with only a dot.
  static let end = Array(".\r\n".utf8)

  /// - Parameter mail: lines ended by CRLF.
  /// - Returns: the mail with a second dot before each line that begins with one, followed by the final dot.
  static func content(_ mail: [UInt8]) -> [UInt8] {
    let (dot, newline) = (UInt8(ascii: "."), UInt8(ascii: "\n"))
    var content: [UInt8] = []
    content.reserveCapacity(mail.count + 64)
    var startsLine = true
    for byte in mail {
      if startsLine && byte == dot { content.append(dot) }
      content.append(byte)
      startsLine = byte == newline
    }
    if !startsLine { content += Array("\r\n".utf8) }
    return content + end
  }
}
