import Core
import Database

/// Removes somebody from the outbox: mail to them, and mail to others that names them.
package struct MailErasureStore {
  package let connection: any Connection
  package let host: HostID

  package init(connection: any Connection, host: HostID) {
    self.connection = connection
    self.host = host
  }

  package func erase(to address: String) throws {
    try connection.execute(
      """
      DELETE FROM outbox WHERE (\(ofHost)) AND kind NOT IN ('signIn', 'notice')
        AND (recipient_key = \(OutboxStore.key(of: address)) OR recipient = \(address))
      """)
  }

  /// Blanks texts that have left. Texts by the program that have not left are stopped, because they would still name
  /// the person; those in the host's own words are sent. News for the host is removed altogether.
  /// - Parameter party: nil for mail of all parties.
  package func blank(naming search: NameSearch, at party: PartyID? = nil) throws {
    for mail in try mails(search) where party == nil || mail.party == party {
      switch mail.kind {
      case .signIn: continue
      case .notice: try connection.execute("DELETE FROM outbox WHERE id = \(mail.id)")
      case .letter, .reminder, .confirmation, .change, .cancellation, .message, .pollReminder, .newLink:
        if mail.hasLeft { try blank(mail, search) }
      case .summary, .promise, .thanks, .farewell, .assistant, .assistantCancellation, .dayBefore:
        if !mail.hasLeft {
          try OutboxQueue(connection: connection).end(mail, as: .cancelled, MailProblem("outbox.problem.erased"))
        }
        try blank(mail, search)
      }
    }
  }

  /// Mail about the host's parties may be another's: news for the second host.
  private var ofHost: SQL { "host_id = \(host) OR party_id IN (SELECT id FROM party WHERE host_id = \(host))" }

  private func blank(_ mail: OutgoingMail, _ search: NameSearch) throws {
    let subject = search.finds(in: mail.subject) ? "" : mail.subject
    try connection.execute(
      "UPDATE outbox SET text = '', html = '', calendar = '', subject = \(subject) WHERE id = \(mail.id)")
  }

  private func mails(_ search: NameSearch) throws -> [OutgoingMail] {
    let likes = search.keywords.flatMap { word -> [SQL] in
      [SQL.anyCase("text", contains: word), SQL.anyCase("subject", contains: word)]
    }
    guard !likes.isEmpty else { return [] }
    return try connection.rows(
      """
      SELECT * FROM outbox
      WHERE (\(ofHost)) AND kind IN \(list: MailKind.allCases) AND (\(SQL.join(likes, separator: " OR ")))
      """, as: OutgoingMail.init
    ).filter { search.finds(in: $0.text) || search.finds(in: $0.subject) }
  }
}

extension OutgoingMail {
  fileprivate var hasLeft: Bool { state == .sent || state == .filed }
}
