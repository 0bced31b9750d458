import Foundation

/// A mailbox from which mail is fetched.
package protocol MailboxReading: Sendable {
  /// How it stands.
  func state() async throws(MailboxFailure) -> MailboxState
  /// The UIDs of mails that name an address beginning with `start` as one at which they arrived, in order.
  /// - Parameters:
  ///   - first: lower ones are known.
  ///   - day: those that arrived earlier are not asked for, such as `1-Dec-2026`.
  func search(_ start: String, from first: UInt32, since day: String) async throws(MailboxFailure) -> [UInt32]
  /// The mail as it stands there, at most so many bytes of it.
  /// - Throws: `MailboxFailure.Kind.gone` where it has been deleted meanwhile.
  func mail(_ uid: UInt32, most bytes: Int) async throws(MailboxFailure) -> Data
  /// Deletes it there, and nothing else.
  func remove(_ uid: UInt32) async throws(MailboxFailure)
}
