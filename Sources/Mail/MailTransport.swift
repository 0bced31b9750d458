/// A way out for mail.
package protocol MailTransport: Sendable {
  /// Returns when the mail has been taken over: from then on it must not be sent again.
  func send(_ envelope: Envelope) async throws(MailFailure)

  /// Tries everything but a mail: the connection, encryption, signing in; or whether the folder can be written.
  func probe() async throws(MailFailure)

  /// Gives up what is in flight, and takes nothing any more. Returns at once.
  func stop()
}

extension MailTransport {
  package func stop() {}
}
