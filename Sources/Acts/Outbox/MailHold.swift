import Core
import Database
import Foundation
import House
import Records

/// The mail that a copied or restored installation holds back.
package struct MailHold {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  package struct State: Sendable, Equatable {
    package let since: Date
    /// Mails that are waiting, except sign-in links, which are sent.
    package let waiting: Int
    /// The ones among these written before the copy was started: the original may have sent them.
    package let older: Int

    package init(since: Date, waiting: Int, older: Int) {
      self.since = since
      self.waiting = waiting
      self.older = older
    }
  }

  /// Nil if mail is being sent.
  package func state() throws -> State? {
    guard let since = try FolderIdentityStore(connection: connection).mailHeldSince() else { return nil }
    let counts = try FolderIdentityStore(connection: connection).heldMails(since: since)
    return State(since: since, waiting: counts.waiting, older: counts.older)
  }

  /// Resumes sending mail.
  /// - Parameter discards: true to cancel mail written before the copy was started; a host can still send it by hand.
  /// - Returns: the state before; nil if nothing was held.
  @discardableResult
  package func release(discards: Bool) throws -> State? {
    guard let state = try state() else { return nil }
    let store = FolderIdentityStore(connection: connection)
    if discards { try store.callOff(before: state.since, MailProblem("outbox.problem.copied")) }
    try store.releaseMail()
    return state
  }
}

extension Services {
  package func mailHold() async throws -> MailHold.State? {
    try await database.read { try MailHold(connection: $0).state() }
  }

  @discardableResult
  package func releaseMail(discards: Bool) async throws -> MailHold.State? {
    let state = try await database.write { try MailHold(connection: $0).release(discards: discards) }
    wakeOutbox()
    return state
  }
}
