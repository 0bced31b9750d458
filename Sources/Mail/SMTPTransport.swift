import Dispatch

/// Hands mail to a server by SMTP (RFC 5321, RFC 6409), one at a time. The connection is kept for the next mail for
/// `idleSeconds`.
package actor SMTPTransport: MailTransport {
  private let settings: SMTPSettings
  private let executor = BlockingQueue("mail.smtp")
  private let stopSwitch = StopSwitch()
  private let lapses: @Sendable () -> Int
  private var connection: SMTPConnection?
  /// True if the server has fallen silent and not accepted a mail since.
  private var isWary = false

  /// Servers close a connection that is idle for ten seconds or more.
  package static let idleSeconds = 8

  /// - Parameter lapses: changes when somebody else may have taken over what is being sent. A mail during which it does is not handed over.
  package init(_ settings: SMTPSettings, lapses: @escaping @Sendable () -> Int = { 0 }) {
    self.settings = settings
    self.lapses = lapses
  }

  package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  package func send(_ envelope: Envelope) async throws(MailFailure) {
    try envelope.check()
    do {
      try deliver(envelope)
      isWary = false
      closeWhenIdle()
    } catch {
      if error.kind == .silent { isWary = true }
      leave(saysGoodbye: error.code != nil && error.code != 421)
      throw error
    }
  }

  /// Connects, encrypts, logs in and says goodbye.
  package func probe() async throws(MailFailure) {
    leave(saysGoodbye: true)
    let connection = try opened()
    defer { leave(saysGoodbye: true) }
    try connection.probe()
  }

  /// Says goodbye to the server.
  package func close() {
    leave(saysGoodbye: true)
  }

  package nonisolated func stop() {
    stopSwitch.flip()
  }

  /// A server may have closed a connection that was kept open: in that case a fresh one is tried once, before anybody
  /// has to wait.
  private func deliver(_ envelope: Envelope) throws(MailFailure) {
    let before = lapses()
    let isOurs = { [lapses] in lapses() == before }
    if let connection, connection.mails >= connection.mostMails || .now - connection.lastUse > Self.idle {
      leave(saysGoodbye: true)
    }
    guard let kept = connection else { return try opened().send(envelope, ifStill: isOurs) }
    do throws(MailFailure) {
      try kept.send(envelope, ifStill: isOurs)
    } catch {
      guard error.isOfOldConnection else { throw error }
      leave(saysGoodbye: false)
      try opened().send(envelope, ifStill: isOurs)
    }
  }

  private static let idle = Duration.seconds(idleSeconds)

  private func opened() throws(MailFailure) -> SMTPConnection {
    if stopSwitch.isFlipped { throw MailFailure(.stopped, step: .connect) }
    let patience = isWary ? settings.patience.shortened(to: .brisk) : settings.patience
    do throws(MailFailure) {
      let opened = try SMTPConnection(settings, patience, stopSwitch)
      connection = opened
      return opened
    } catch {
      if error.kind == .silent { isWary = true }
      throw error
    }
  }

  private func leave(saysGoodbye: Bool) {
    if saysGoodbye { connection?.close() } else { connection?.cut() }
    connection = nil
  }

  private func closeWhenIdle() {
    Task { [weak self] in
      try? await Task.sleep(for: Self.idle)
      await self?.closeIfIdle()
    }
  }

  private func closeIfIdle() {
    guard let connection, .now - connection.lastUse >= Self.idle else { return }
    leave(saysGoodbye: true)
  }
}

extension MailFailure {
  /// True if a connection that was kept open had been closed before the server heard of this mail.
  fileprivate var isOfOldConnection: Bool {
    step == .sender && !mayHaveBeenTaken && (code == 421 || kind == .unreachable)
  }
}
