import CCurl
import CurlOptions
import Foundation

/// One visit to a mailbox with libcurl, to find our mails and read them. The connection lives as long as this. libcurl
/// selects the folder to fetch mail, so a fetched mail counts as read there; mails that aren't fetched stay as they
/// are.
package actor IMAPMailbox: MailboxReading {
  private let settings: IMAPSettings
  private let executor = BlockingQueue("mail.imap")
  private let stopSwitch = StopSwitch()
  private var handle: Handle?

  private static let isSetUp: Bool = {
    signal(SIGPIPE, SIG_IGN)
    return curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK
  }()

  package init(_ settings: IMAPSettings) {
    self.settings = settings
  }

  /// Owns libcurl's handle; the connection ends with it.
  private final class Handle {
    let pointer: UnsafeMutableRawPointer

    init?() {
      guard IMAPMailbox.isSetUp, let pointer = curl_easy_init() else { return nil }
      self.pointer = pointer
    }

    /// libcurl says LOGOUT and would wait two minutes for the answer, which nobody needs: it reads the end instead.
    deinit {
      var socket: curl_socket_t = -1
      if curl_get_socket(pointer, &socket) == CURLE_OK, socket >= 0 { shutdown(socket, Int32(SHUT_RD)) }
      curl_easy_cleanup(pointer)
    }
  }

  package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  /// Connects, encrypts, logs in, and asks for the folder's state. Ask this first: it shows what is wrong with the
  /// settings.
  package func state() throws(MailboxFailure) -> MailboxState {
    let answer = try text("STATUS \(Self.quoted(settings.folder)) (UIDVALIDITY UIDNEXT)", folder: "")
    guard let state = IMAPAnswer.state(answer) else {
      throw MailboxFailure(.unclear, reply: String(answer.prefix(200)))
    }
    return state
  }

  /// libcurl cuts a server's line after 16,000 bytes and says nothing, and all that is found comes in one line. So not everything may be
  /// asked for at once: a UID takes up to eleven bytes.
  package func search(
    _ start: String, in uids: ClosedRange<UInt32>, since day: String
  ) throws(MailboxFailure) -> [UInt32] {
    let word = Self.quoted(start)
    let headers = ["To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To"].map { "HEADER \($0) \(word)" }
    // OR takes two operands, so the last one has none.
    let any = headers.dropLast().map { "OR \($0) " }.joined() + (headers.last ?? "")
    let answer = try text(
      "UID SEARCH UID \(uids.lowerBound):\(uids.upperBound) SINCE \(day) \(any)",
      folder: Self.escaped(settings.folder))
    return IMAPAnswer.found(answer).filter { uids.contains($0) }
  }

  package func mail(_ uid: UInt32, most bytes: Int) throws(MailboxFailure) -> Data {
    try run("\(Self.escaped(settings.folder));UID=\(uid);PARTIAL=0.\(bytes)", nil, most: bytes)
  }

  /// Without UIDPLUS (RFC 4315) the mail is only marked: anything else marked there is somebody else's to delete.
  package func remove(_ uid: UInt32) throws(MailboxFailure) {
    let folder = Self.escaped(settings.folder)
    _ = try text("UID STORE \(uid) +FLAGS.SILENT (\\Deleted)", folder: folder)
    do throws(MailboxFailure) {
      _ = try text("UID EXPUNGE \(uid)", folder: folder)
    } catch {
      if error.kind != .refused { throw error }
    }
  }

  package nonisolated func stop() {
    stopSwitch.flip()
  }

  /// A server's answers to questions are short.
  private func text(_ command: String, folder: String) throws(MailboxFailure) -> String {
    String(decoding: try run(folder, command, most: 4 << 20), as: UTF8.self)
  }

  private func run(_ path: String, _ command: String?, most bytes: Int) throws(MailboxFailure) -> Data {
    if stopSwitch.isFlipped { throw MailboxFailure(.stopped) }
    let handle = try opened()
    let content = IMAPContent(most: bytes, stopSwitch)
    curl_set_text(handle, CURLOPT_URL, address + path)
    if let command {
      curl_set_text(handle, CURLOPT_CUSTOMREQUEST, command)
    } else {
      curl_set_pointer(handle, CURLOPT_CUSTOMREQUEST, nil)
    }
    let result = withExtendedLifetime(content) {
      content.attach(to: handle)
      return curl_easy_perform(handle)
    }
    if let failure = MailboxFailure(result) { throw failure }
    return content.data
  }

  private func opened() throws(MailboxFailure) -> UnsafeMutableRawPointer {
    if let handle { return handle.pointer }
    guard let opened = Handle() else { throw MailboxFailure(.unreachable, reply: "libcurl") }
    let handle = opened.pointer
    let texts: [(CURLoption, String)] = [
      (CURLOPT_PROTOCOLS_STR, "imap,imaps"), (CURLOPT_PROXY, ""), (CURLOPT_USERNAME, settings.user),
      (CURLOPT_PASSWORD, settings.password),
    ]
    for (option, text) in texts { curl_set_text(handle, option, text) }
    if let file = settings.authorityFile { curl_set_text(handle, CURLOPT_CAINFO, file) }
    let numbers: [(CURLoption, Int)] = [
      (CURLOPT_NOSIGNAL, 1), (CURLOPT_CONNECTTIMEOUT, min(settings.patience, 20)),
      (CURLOPT_TIMEOUT, settings.patience), (CURLOPT_SERVER_RESPONSE_TIMEOUT, settings.patience),
      (CURLOPT_USE_SSL, Int((settings.security == .none ? CURLUSESSL_NONE : CURLUSESSL_ALL).rawValue)),
    ]
    for (option, number) in numbers { curl_set_number(handle, option, number) }
    self.handle = opened
    return handle
  }

  private var address: String {
    let host = settings.host.contains(":") ? "[\(settings.host)]" : settings.host
    return "\(settings.security == .tls ? "imaps" : "imap")://\(host):\(settings.port)/"
  }

  /// A quoted string (RFC 3501 §9); no setting has line breaks.
  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  /// For use in an address: everything except letters, digits and a few marks is written as its bytes.
  private static func escaped(_ text: String) -> String {
    text.utf8.map { byte in
      let isPlain = byte < 0x80 && (Character(UnicodeScalar(byte)).isLetter || Character(UnicodeScalar(byte)).isNumber)
      if isPlain || ".-_".utf8.contains(byte) { return String(UnicodeScalar(byte)) }
      return "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }.joined()
  }
}
