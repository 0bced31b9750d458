import Core
import Database
import Foundation
import House

/// Outgoing mail, written in the transaction that causes it.
package struct OutboxStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  /// Puts a mail in the outbox, unless one with its key is already there.
  /// - Returns: false if it was already there.
  @discardableResult
  package func add(_ mail: OutgoingMail) throws -> Bool {
    try connection.execute(Self.insertion(of: mail)) == 1
  }

  static func insertion(of mail: OutgoingMail) -> SQL {
    """
    INSERT INTO outbox (
      id, idempotency_key, host_id, party_id, guest_id, kind, state, recipient_name, recipient, recipient_key, subject,
      text, html, calendar, calendar_method, message_id, next_attempt_at, problem, created_at)
    VALUES (
      \(mail.id), \(mail.key), \(mail.host), \(mail.party), \(mail.guest), \(mail.kind), \(mail.state),
      \(mail.recipientName), \(mail.recipient), \(Self.key(of: mail.recipient)), \(mail.subject), \(mail.text),
      \(mail.html), \(mail.calendar), \(mail.calendarMethod), \(mail.messageID), \(mail.nextAttemptAt ?? mail.createdAt), \(mail.problem?.stored ?? ""),
      \(mail.createdAt))
    ON CONFLICT (idempotency_key) DO NOTHING
    """
  }

  /// An address in the form in which two are compared in the outbox.
  package static func key(of address: String) -> String { address.lowercased() }

  /// Blanks the texts of mails that a server accepted before `time`. The fact that they were sent, to whom and about
  /// what, stays.
  package func blank(acceptedBefore time: Date) throws {
    try connection.execute(
      """
      UPDATE outbox SET text = '', html = '', calendar = ''
      WHERE state = 'sent' AND accepted_at < \(time) AND text <> ''
      """)
  }

  /// Newest first, without those of an unknown kind.
  package func mails(of party: PartyID, host: HostID) throws -> [OutgoingMail] {
    try listing(of: party, host: host).mails
  }

  /// Newest first, along with the number of further ones whose kind this program does not know.
  package func listing(of party: PartyID, host: HostID) throws -> (mails: [OutgoingMail], unknown: Int) {
    let rows = try connection.rows(
      "SELECT * FROM outbox WHERE party_id = \(party) AND host_id = \(host) ORDER BY created_at DESC, id DESC"
    ) { row -> OutgoingMail? in try row.get("kind", as: String.self).isMailKind ? OutgoingMail(row) : nil }
    let mails = rows.compactMap(\.self)
    return (mails, rows.count - mails.count)
  }

  /// - Throws: `AppError.notFound` if the host's party has no such mail.
  package func mail(_ id: OutboxMailID, of party: PartyID, host: HostID) throws -> OutgoingMail {
    let row = try connection.row(
      "SELECT * FROM outbox WHERE id = \(id) AND party_id = \(party) AND host_id = \(host)")
    guard let row else { throw AppError.notFound }
    return try OutgoingMail(row)
  }

  /// The mails of one guest, oldest first.
  package func mails(to guest: GuestID) throws -> [OutgoingMail] {
    try connection.rows(
      "SELECT * FROM outbox WHERE guest_id = \(guest) AND kind IN \(list: MailKind.allCases) ORDER BY id",
      as: OutgoingMail.init)
  }

  /// Guests with a letter ready for the host to send with their own program, which counts as an open invitation.
  package func handedOver(of party: PartyID) throws -> Set<GuestID> {
    let guests = try connection.rows(
      "SELECT guest_id FROM outbox WHERE party_id = \(party) AND kind = 'letter' AND state = 'byHand'"
    ) { try $0.get("guest_id", as: GuestID.self) }
    return Set(guests)
  }

  /// Message-IDs of mails whose draft may be in the outbox folder: their text is still here, or was blanked when it was
  /// filed.
  package func idsOfDrafts() throws -> [String] {
    try connection.rows("SELECT message_id FROM outbox WHERE text <> '' OR kind = 'signIn'") {
      try $0.get("message_id")
    }
  }

  /// Subject and text of the latest letter to a guest; nil if there is none, or its text was blanked.
  package func letter(to guest: GuestID) throws -> (subject: String, text: String)? {
    let row = try connection.row(
      """
      SELECT subject, text FROM outbox WHERE guest_id = \(guest) AND kind = 'letter' AND text <> ''
      ORDER BY id DESC LIMIT 1
      """)
    return try row.map { (try $0.get("subject"), try $0.get("text")) }
  }

  /// Addresses at which a server accepted mail for a guest, or to which the host says they sent it; latest first. Mail
  /// to an assistant or to the host doesn't count, as it went to somebody else.
  package func reached(_ guest: GuestID) throws -> [String] {
    try connection.rows(
      """
      SELECT recipient, max(id) AS latest FROM outbox
      WHERE guest_id = \(guest) AND kind NOT IN ('assistant', 'notice', 'signIn') AND recipient <> ''
        AND (state = 'sent' OR state = 'failed' AND interruptions > 0)
      GROUP BY recipient ORDER BY latest DESC
      """
    ) { try $0.get("recipient", as: String.self) }
  }

  /// Updates the mail with an address that was corrected after it was written.
  package func renewAddress(of mail: OutgoingMail) throws {
    guard !mail.kind.isForAssistant, !mail.kind.isForHost, let guest = mail.guest, let party = mail.party else {
      return
    }
    let known = try GuestStore(connection: connection).guest(guest, of: party)
    if known.email.isEmpty { return }
    try connection.execute(
      """
      UPDATE outbox SET recipient = \(known.email), recipient_key = \(Self.key(of: known.email)) WHERE id = \(mail.id)
      """)
  }

  /// Removes a mail that never left, which frees its key.
  package func remove(_ id: OutboxMailID) throws {
    try connection.execute("DELETE FROM outbox WHERE id = \(id) AND state = 'byHand'")
  }
}

extension OutgoingMail {
  package init(_ row: Row) throws {
    self.init(
      id: try row.get("id"), key: try row.get("idempotency_key"), host: try row.get("host_id"),
      party: try row.find("party_id"), guest: try row.find("guest_id"), kind: try row.get("kind"),
      state: try row.get("state"), recipientName: try row.get("recipient_name"), recipient: try row.get("recipient"),
      subject: try row.get("subject"), text: try row.get("text"), html: try row.get("html"),
      calendar: try row.get("calendar"), calendarMethod: try row.get("calendar_method"),
      messageID: try row.get("message_id"), attempts: try row.get("attempts"),
      interruptions: try row.get("interruptions"), nextAttemptAt: try row.find("next_attempt_at"),
      problem: MailProblem(stored: try row.get("problem")), createdAt: try row.get("created_at"),
      acceptedAt: try row.find("accepted_at"))
  }
}

extension String {
  fileprivate var isMailKind: Bool { MailKind(rawValue: self) != nil }
}

extension MailKind: Bindable {}
extension OutgoingMail.State: Bindable {}
