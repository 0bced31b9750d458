/// The access to the operator's mail server.
package struct SMTPSettings: Sendable, Equatable {
  package enum Security: String, Sendable, CaseIterable {
    /// TLS from the first byte (RFC 8314), usually on port 465.
    case tls
    /// STARTTLS; without it, nothing is sent. Usually on port 587.
    case startTLS = "starttls"
    /// STARTTLS where the server offers it. With a login it is required, so that no password is ever sent in clear.
    case startTLSIfOffered = "starttls-if-offered"
    /// No encryption; for a server on the same machine.
    case none
  }

  package struct Login: Sendable, Equatable {
    package var user: String
    package var password: String

    package init(user: String, password: String) {
      self.user = user
      self.password = password
    }
  }

  package var host: String
  package var port: Int
  package var security: Security
  package var login: Login?
  /// A file of certificates (PEM) to trust instead of the system's.
  package var authorityFile: String?
  /// The name we give when greeting the server, usually our own domain. The machine's name if nil.
  package var greetingName: String?
  package var patience: SMTPPatience
  /// The sender named in a probe; nil to skip that step.
  package var probedSender: String?

  package init(
    host: String, port: Int? = nil, security: Security = .startTLS, login: Login? = nil, authorityFile: String? = nil,
    greetingName: String? = nil, patience: SMTPPatience = .standard
  ) {
    self.host = host
    self.port = port ?? security.usualPort
    self.security = security
    self.login = login
    self.authorityFile = authorityFile
    self.greetingName = greetingName
    self.patience = patience
  }
}

extension SMTPSettings.Security {
  /// The port on which a server of this kind usually listens.
  package var usualPort: Int {
    switch self {
    case .tls: 465
    case .startTLS, .startTLSIfOffered: 587
    case .none: 25
    }
  }
}
