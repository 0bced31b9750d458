import Core
import Database
import Foundation

/// The mails that came in, for each guest.
package struct GuestMailStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  package func add(_ mail: GuestMail) throws {
    try connection.execute(
      """
      INSERT INTO guest_mail (
        id, guest_id, received_at, kind, sender_name, sender, subject, said, quoted, detail, settled_at)
      VALUES (
        \(mail.id), \(mail.guest), \(mail.receivedAt), \(mail.kind), \(mail.senderName), \(mail.sender),
        \(mail.subject), \(mail.said), \(mail.quoted), \(mail.detail), \(mail.settledAt))
      ON CONFLICT (id) DO NOTHING
      """)
  }

  /// Newest first.
  package func mails(of guest: GuestID) throws -> [GuestMail] {
    try connection.rows(
      "SELECT * FROM guest_mail WHERE guest_id = \(guest) ORDER BY id DESC LIMIT 100", as: GuestMail.init)
  }

  /// Those of everybody at a party, newest first.
  package func mails(of party: PartyID) throws -> [GuestMail] {
    try connection.rows(
      """
      SELECT guest_mail.* FROM guest_mail JOIN guest ON guest.id = guest_mail.guest_id
      WHERE guest.party_id = \(party) ORDER BY guest_mail.id DESC LIMIT 500
      """, as: GuestMail.init)
  }

  /// What stands beside each guest of a party from whom something came.
  package func notes(of party: PartyID) throws -> [GuestID: GuestMailNote] {
    let notes = try connection.rows(
      """
      SELECT guest_mail.guest_id,
        count(CASE WHEN settled_at IS NULL AND kind IN \(list: Array(GuestMail.Kind.forHost)) THEN 1 END) AS open_mails,
        max(CASE WHEN kind = 'absence' THEN detail END) AS away_until
      FROM guest_mail JOIN guest ON guest.id = guest_mail.guest_id
      WHERE guest.party_id = \(party) GROUP BY guest_mail.guest_id
      """
    ) { row in
      (
        guest: try row.get("guest_id", as: GuestID.self),
        note: GuestMailNote(open: try row.get("open_mails"), awayUntil: try row.find("away_until"))
      )
    }
    return Dictionary(notes.map { ($0.guest, $0.note) }) { first, _ in first }
  }

  /// Marks it as dealt with by the host.
  /// - Returns: false if the guest has no such mail.
  package func settle(_ id: IncomingMailID, of guest: GuestID, at now: Date) throws -> Bool {
    try connection.execute(
      """
      UPDATE guest_mail SET settled_at = coalesce(settled_at, \(now)) WHERE id = \(id) AND guest_id = \(guest)
      """) == 1
  }

  /// Erases somebody from the mails about a host's other guests: what they sent there themselves, and what names them in the words of
  /// calendars and mail servers, or of our own mail that is quoted. What others wrote about them stays others' words.
  package func erase(naming search: NameSearch, of host: HostID) throws {
    let rows = try connection.rows(
      """
      SELECT guest_mail.* FROM guest_mail
        JOIN guest ON guest.id = guest_mail.guest_id JOIN party ON party.id = guest.party_id
      WHERE party.host_id = \(host)
      """, as: GuestMail.init)
    for mail in rows {
      if search.finds(inRow: [mail.senderName, mail.sender]) {
        try connection.execute("DELETE FROM guest_mail WHERE id = \(mail.id)")
        continue
      }
      let said = !mail.kind.isByPerson && search.finds(in: mail.said) ? "" : mail.said
      // Marks of quoting stand between its words.
      let quoted = search.finds(inRow: [mail.quoted]) ? "" : mail.quoted
      let detail = search.finds(in: mail.detail) ? "" : mail.detail
      guard said != mail.said || quoted != mail.quoted || detail != mail.detail else { continue }
      try connection.execute(
        "UPDATE guest_mail SET said = \(said), quoted = \(quoted), detail = \(detail) WHERE id = \(mail.id)")
    }
  }

  package func remove(before time: Date) throws {
    try connection.execute("DELETE FROM guest_mail WHERE received_at < \(time)")
  }

  package func calendar(of guest: GuestID) throws -> CalendarAnswerOrder.Taken? {
    try connection.row("SELECT sequence, stamp, answered_at FROM guest_calendar WHERE guest_id = \(guest)").map {
      CalendarAnswerOrder.Taken(
        sequence: try $0.get("sequence"), stamp: try $0.get("stamp"), answeredAt: try $0.get("answered_at"))
    }
  }

  package func note(_ taken: CalendarAnswerOrder.Taken, of guest: GuestID) throws {
    try connection.execute(
      """
      INSERT INTO guest_calendar (guest_id, sequence, stamp, answered_at)
      VALUES (\(guest), \(taken.sequence), \(taken.stamp), \(taken.answeredAt))
      ON CONFLICT (guest_id) DO UPDATE SET
        sequence = excluded.sequence, stamp = excluded.stamp, answered_at = excluded.answered_at
      """)
  }
}

/// What came in from a guest, in short.
package struct GuestMailNote: Sendable, Equatable {
  /// The number of mails that the host has to decide about.
  package let open: Int
  /// The last day of an absence, as far as a note says one: empty if none does; nil without a note.
  package let awayUntil: String?

  package init(open: Int, awayUntil: String?) {
    (self.open, self.awayUntil) = (open, awayUntil)
  }
}

extension GuestMail {
  init(_ row: Row) throws {
    self.init(
      id: try row.get("id"), guest: try row.get("guest_id"), receivedAt: try row.get("received_at"),
      kind: try row.get("kind"), senderName: try row.get("sender_name"), sender: try row.get("sender"),
      subject: try row.get("subject"), said: try row.get("said"), quoted: try row.get("quoted"),
      detail: try row.get("detail"), settledAt: try row.find("settled_at"))
  }
}
