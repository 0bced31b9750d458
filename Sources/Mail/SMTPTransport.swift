import Dispatch

/// Hands mail to a server by SMTP (RFC 5321, RFC 6409), one at a time. The connection is kept for the next mail for
/// `idleSeconds`.
package actor SMTPTransport: MailTransport {
  private let settings: SMTPSettings
  private let executor = BlockingQueue("mail.smtp")
  private var connection: SMTPConnection?
  private var lastUse = 0

  package static let idleSeconds = 15

  package init(_ settings: SMTPSettings) {
    self.settings = settings
  }

  package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  package func send(_ envelope: Envelope) async throws(MailFailure) {
    try envelope.check()
    try perform { connection throws(MailFailure) in try connection.send(envelope) }
  }

  /// Connects, encrypts, signs in and says goodbye.
  package func probe() async throws(MailFailure) {
    connection = nil
    try perform { connection throws(MailFailure) in try connection.probe() }
    connection = nil
  }

  /// Says goodbye to the server.
  package func close() {
    connection = nil
  }

  private func perform(_ work: (SMTPConnection) throws(MailFailure) -> Void) throws(MailFailure) {
    let connection = try openedConnection()
    lastUse += 1
    do {
      try work(connection)
      closeWhenIdle(since: lastUse)
    } catch {
      self.connection = nil
      throw error
    }
  }

  private func openedConnection() throws(MailFailure) -> SMTPConnection {
    if let connection { return connection }
    let opened = try SMTPConnection(settings)
    connection = opened
    return opened
  }

  private func closeWhenIdle(since use: Int) {
    Task { [weak self] in
      try? await Task.sleep(for: .seconds(Self.idleSeconds))
      await self?.closeUnlessUsed(since: use)
    }
  }

  private func closeUnlessUsed(since use: Int) {
    if use == lastUse { connection = nil }
  }
}
