import Foundation

/// A mailbox that mail is fetched from.
package protocol MailboxReading: Sendable {
  /// The current state of the mailbox.
  func state() async throws(MailboxFailure) -> MailboxState
  /// The UIDs of mails that state, as an address at which they arrived, one beginning with `start`; in order.
  /// - Parameters:
  ///   - uids: only those; not many more than a thousand, see `IMAPMailbox`.
  ///   - day: mails that arrived earlier are left out; such as `1-Dec-2026`.
  func search(_ start: String, in uids: ClosedRange<UInt32>, since day: String) async throws(MailboxFailure) -> [UInt32]
  /// The mail as it is there, up to so many bytes.
  /// - Throws: `MailboxFailure.Kind.gone` if it has been deleted in the meantime.
  func mail(_ uid: UInt32, most bytes: Int) async throws(MailboxFailure) -> Data
  /// Deletes this mail there and nothing else.
  func remove(_ uid: UInt32) async throws(MailboxFailure)
}
