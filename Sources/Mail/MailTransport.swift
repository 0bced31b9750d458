/// A way to send mail.
package protocol MailTransport: Sendable {
  /// Returns once the mail has been accepted: from then on it must not be sent again.
  func send(_ envelope: Envelope) async throws(MailFailure)

  /// Tries everything short of a mail: the connection, encryption and login, or whether the folder can be written.
  func probe() async throws(MailFailure)

  /// Abandons the mail in flight and accepts no more. Returns at once.
  func stop()
}

extension MailTransport {
  package func stop() {}
}
