/// The access to a mailbox from which mail is fetched (IMAP, RFC 3501).
package struct IMAPSettings: Sendable, Equatable {
  package enum Security: String, Sendable, CaseIterable {
    /// TLS from the first byte (RFC 8314), usually on port 993.
    case tls
    /// STARTTLS; without it, no login is sent. Usually on port 143.
    case startTLS = "starttls"
    /// No encryption; for a server on the same machine.
    case none
  }

  package var host: String
  package var port: Int
  package var security: Security
  package var user: String
  package var password: String
  /// The name of the mailbox on the server.
  package var folder: String
  /// A file of certificates (PEM) to trust instead of the system's.
  package var authorityFile: String?
  /// Seconds between two visits.
  package var interval: Int
  /// True if mail is deleted there once it is stored here.
  package var deletes: Bool
  /// The most seconds one step may take.
  package var patience = 60

  package init(
    host: String, port: Int? = nil, security: Security = .tls, user: String, password: String, folder: String = "INBOX",
    authorityFile: String? = nil, interval: Int = 60, deletes: Bool = false
  ) {
    self.host = host
    self.port = port ?? (security == .tls ? 993 : 143)
    self.security = security
    self.user = user
    self.password = password
    self.folder = folder
    self.authorityFile = authorityFile
    self.interval = interval
    self.deletes = deletes
  }

  /// For logs and the operator: without the password.
  package var name: String { "\(user) at \(host), port \(port), folder \(folder)" }
}
