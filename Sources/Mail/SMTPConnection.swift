import CCurl
import CurlOptions
import Foundation

/// One connection of libcurl. Its calls block; it belongs to one thread at a time.
final class SMTPConnection {
  private let settings: SMTPSettings
  private let handle: UnsafeMutableRawPointer

  /// OpenSSL writes its goodbye also to a connection that the server has closed, and the signal for that would end the process.
  private static let isSetUp: Bool = {
    signal(SIGPIPE, SIG_IGN)
    return curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK
  }()

  init(_ settings: SMTPSettings) throws(MailFailure) {
    guard Self.isSetUp, let handle = curl_easy_init() else { throw MailFailure(.temporary, reply: "libcurl") }
    self.settings = settings
    self.handle = handle
  }

  deinit {
    curl_easy_cleanup(handle)
  }

  func send(_ envelope: Envelope) throws(MailFailure) {
    let recipients = curl_slist_append(nil, envelope.recipient)
    defer { curl_slist_free_all(recipients) }
    prepare()
    curl_set_text(handle, CURLOPT_MAIL_FROM, envelope.from)
    curl_set_pointer(handle, CURLOPT_MAIL_RCPT, recipients)
    curl_set_number(handle, CURLOPT_UPLOAD, 1)
    try run(SMTPDialogue(mail: envelope.bytes))
  }

  func probe() throws(MailFailure) {
    prepare()
    curl_set_text(handle, CURLOPT_CUSTOMREQUEST, "NOOP")
    curl_set_number(handle, CURLOPT_NOBODY, 1)
    let dialogue = SMTPDialogue(mail: [])
    try run(dialogue)
    if settings.login != nil && !dialogue.commands.contains("AUTH") {
      throw MailFailure(.authentication, reply: dialogue.lastReply)
    }
  }

  /// Options of an earlier transfer are forgotten, its connection is kept.
  private func prepare() {
    curl_easy_reset(handle)
    curl_set_text(handle, CURLOPT_URL, address)
    curl_set_text(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps")
    curl_set_text(handle, CURLOPT_PROXY, "")
    curl_set_number(handle, CURLOPT_NOSIGNAL, 1)
    curl_set_number(handle, CURLOPT_CONNECTTIMEOUT, settings.connectSeconds)
    curl_set_number(handle, CURLOPT_SERVER_RESPONSE_TIMEOUT, settings.totalSeconds)
    curl_set_number(handle, CURLOPT_TIMEOUT, settings.totalSeconds)
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

  private func run(_ dialogue: SMTPDialogue) throws(MailFailure) {
    let result = withExtendedLifetime(dialogue) {
      dialogue.attach(to: handle)
      return curl_easy_perform(handle)
    }
    if result != CURLE_OK { throw dialogue.failure(result) }
  }
}
