import CCurl
import CurlOptions

/// The reason why a mailbox could not be read.
package struct MailboxFailure: Error, Sendable, Equatable, CustomStringConvertible {
  package enum Kind: String, Sendable, CaseIterable {
    /// Nobody answers, or the connection broke.
    case unreachable
    /// No encryption, or a certificate that can't be trusted.
    case tls
    case login
    /// The server doesn't know the folder, or refused the request.
    case refused
    case slow
    /// The mail is no longer there.
    case gone
    /// The server's answer is not IMAP as we know it.
    case unclear
    /// The program is stopping.
    case stopped
  }

  package let kind: Kind
  /// The words of libcurl or of the server.
  package let reply: String

  package init(_ kind: Kind, reply: String = "") {
    (self.kind, self.reply) = (kind, reply)
  }

  package var description: String { reply.isEmpty ? kind.rawValue : "\(kind.rawValue): \(reply)" }

  init?(_ result: CURLcode) {
    guard result != CURLE_OK else { return nil }
    self.init(Self.kind(of: result), reply: String(cString: curl_easy_strerror(result)))
  }

  private static func kind(of result: CURLcode) -> Kind {
    switch result {
    case CURLE_LOGIN_DENIED: .login
    case CURLE_USE_SSL_FAILED, CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE,
      CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER, CURLE_SSL_ISSUER_ERROR:
      .tls
    case CURLE_QUOTE_ERROR: .refused
    case CURLE_OPERATION_TIMEDOUT: .slow
    case CURLE_REMOTE_FILE_NOT_FOUND: .gone
    case CURLE_ABORTED_BY_CALLBACK: .stopped
    default: .unreachable
    }
  }
}
