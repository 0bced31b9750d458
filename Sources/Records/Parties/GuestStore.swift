import Core
import Database
import Foundation
import House

/// The guests of parties.
package struct GuestStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  /// In the order of their standing: chosen, reserves, excluded. Without a guest of honour, whose seat is on top of
  /// theirs.
  package func guests(of party: PartyID) throws -> [KnownGuest] {
    try everybody(of: party).filter { !$0.guest.isHonoured }
  }

  /// The party's guest of honour; nil if there is none.
  package func honoured(at party: PartyID) throws -> KnownGuest? {
    try connection.row(Self.selection + " WHERE honour.party_id = \(party)").map(KnownGuest.init(referring:))
  }

  /// Guests with their address-book details and their seat.
  private static let selection: SQL = """
    SELECT guest.*, person.name, person.email, person.organisation, person.role,
      CASE WHEN person.returned_key <> '' AND person.returned_key = person.email_key THEN 1 ELSE 0 END AS is_returned,
      person.honorific, person.language,
      honour.guest_id AS honour_guest, honour.role AS honour_role, honour.reason AS honour_reason,
      honour.begins_after, honour.minutes AS honour_minutes, honour.slot_changes, honour.late_minutes,
      honour.arrived_at AS honour_arrived_at, honour.left_at AS honour_left_at, honour.assistant_name,
      honour.assistant_email, honour.assistant_hash, honour.thanks, honour.thanked_at, honour.again,
      referral.name AS referral_name, referral.line AS referral_line, referral.contact AS referral_contact,
      referral.referred_at, referral.decision AS referral_decision
    FROM guest JOIN person ON person.id = guest.person_id LEFT JOIN honour ON honour.guest_id = guest.id
      LEFT JOIN referral ON referral.guest_id = guest.id
    """

  /// With the guest of honour: everybody who may be in the room.
  package func everybody(of party: PartyID) throws -> [KnownGuest] {
    try connection.rows(
      """
      \(Self.selection)
      WHERE guest.party_id = \(party)
      ORDER BY CASE guest.standing WHEN 'chosen' THEN 1 WHEN 'reserve' THEN 2 ELSE 3 END, guest.position, guest.id
      """, as: KnownGuest.init(referring:))
  }

  /// All guests of these parties in one statement, each party's in the order of their standing, guest of honour
  /// included.
  package func invited(to parties: [PartyID]) throws -> [PartyID: [InvitedGuest]] {
    var guests: [PartyID: [InvitedGuest]] = [:]
    let sql: SQL = """
      SELECT known.*, CASE WHEN EXISTS (
          SELECT 1 FROM outbox
          WHERE outbox.guest_id = known.id AND outbox.kind = 'letter' AND outbox.state = 'byHand') THEN 1 ELSE 0
        END AS is_handed_over
      FROM (\(Self.selection) WHERE guest.party_id IN \(list: parties)) AS known
      ORDER BY CASE known.standing WHEN 'chosen' THEN 1 WHEN 'reserve' THEN 2 ELSE 3 END, known.position, known.id
      """
    try connection.forEach(sql) { row in
      let known = try KnownGuest(referring: row)
      guests[known.guest.party, default: []].append(
        InvitedGuest(known: known, isHandedOver: try row.get("is_handed_over")))
    }
    return guests
  }

  /// - Throws: `AppError.notFound` if the party has no such guest.
  package func guest(_ id: GuestID, of party: PartyID) throws -> KnownGuest {
    let row = try connection.row(Self.selection + " WHERE guest.id = \(id) AND guest.party_id = \(party)")
    guard let guest = try row.map(KnownGuest.init(referring:)) else { throw AppError.notFound }
    return guest
  }

  /// The guest of a personal link. Nil for a link that never existed, was replaced, or has not been sent yet. A link in
  /// a letter that the host sends opens as soon as the letter is handed out.
  package func find(linkHash: String) throws -> (guest: GuestID, party: PartyID)? {
    let row = try connection.row("SELECT id, party_id FROM guest WHERE \(Self.isLinkedBy(linkHash))")
    return try row.map { (try $0.get("id"), try $0.get("party_id")) }
  }

  /// A guest's entry in the address book, and their party; nil for somebody who no longer exists.
  package func place(of guest: GuestID) throws -> (person: PersonID, party: PartyID)? {
    let row = try connection.row("SELECT person_id, party_id FROM guest WHERE id = \(guest)")
    return try row.map { (try $0.get("person_id"), try $0.get("party_id")) }
  }

  /// A link opens once it has been sent, or was handed to the host to send.
  static func isLinkedBy(_ linkHash: String) -> SQL {
    """
    guest.link_hash = \(linkHash) AND (
      guest.invited_at IS NOT NULL
      OR EXISTS (SELECT 1 FROM outbox WHERE outbox.guest_id = guest.id AND outbox.state = 'byHand'))
    """
  }

  /// - Throws: `AppError.conflict` for the party's guest of honour, who can't also be chosen.
  package func insert(_ guest: Guest, linkHash: String, at now: Date) throws {
    let isHonoured =
      try connection.count(
        """
        SELECT count(*) AS n FROM honour JOIN guest ON guest.id = honour.guest_id
        WHERE honour.party_id = \(guest.party) AND guest.person_id = \(guest.person)
        """) > 0
    if isHonoured { throw AppError.conflict(Message("honour.refused.chosen")) }
    try connection.execute(
      """
      INSERT INTO guest (id, party_id, person_id, standing, position, pinned, link_number, link_hash, created_at)
      VALUES (
        \(guest.id), \(guest.party), \(guest.person), \(guest.standing), \(guest.position), \(guest.isPinned),
        \(guest.linkNumber), \(linkHash), \(now))
      """)
  }

  /// Writes back everything except the personal link, what they were told, and the events on the floor.
  package func update(_ guest: Guest) throws {
    let invitation = guest.invitation
    let letter = guest.letter
    try connection.execute(
      """
      UPDATE guest SET
        standing = \(guest.standing), position = \(guest.position), pinned = \(guest.isPinned),
        must_have = \(guest.isMustHave), state = \(invitation.state), invited_at = \(invitation.invitedAt),
        answer_by = \(invitation.answerBy), reminded_at = \(invitation.remindedAt), answer = \(invitation.answer),
        answered_at = \(invitation.answeredAt), answered_by = \(invitation.answeredBy), word = \(invitation.word ?? ""), by_vote = \(invitation.isByVote),
        asks_again = \(invitation.asksAgain), wave = \(guest.wave),
        wishes = \(guest.wishes), brings = \(guest.brings), arrives = \(guest.arrives), leaves = \(guest.leaves),
        zone = \(guest.zone), card_name = \(guest.card.name), card_line = \(guest.card.line),
        card_email = \(guest.card.email), card_phone = \(guest.card.phone), card_web = \(guest.card.web),
        letter_salutation = \(guest.salutation), letter_form = \(guest.letterForm?.rawValue ?? ""), letter_subject = \(letter.subject ?? ""),
        letter_opening = \(letter.opening ?? ""), letter_reason = \(letter.reason ?? ""),
        letter_sentence = \(letter.ownSentence ?? "")
      WHERE id = \(guest.id) AND party_id = \(guest.party)
      """)
  }

  /// Gives them a new personal link; the old one opens nothing, and is only known to have been replaced.
  package func replaceLink(of guest: GuestID, number: Int, hash: String) throws {
    try connection.execute(
      "INSERT INTO replaced_link (link_hash, guest_id) SELECT link_hash, id FROM guest WHERE id = \(guest)")
    try connection.execute("UPDATE guest SET link_number = \(number), link_hash = \(hash) WHERE id = \(guest)")
  }

  package func delete(_ guest: GuestID, of party: PartyID) throws {
    try connection.execute("DELETE FROM guest WHERE id = \(guest) AND party_id = \(party)")
  }

  /// Records a change to a guest with its time.
  package func note(_ kind: String, _ detail: String = "", of guest: GuestID, at now: Date) throws {
    try connection.execute(
      """
      INSERT INTO guest_event (guest_id, number, at, kind, detail)
      SELECT \(guest), coalesce(max(number), 0) + 1, \(now), \(kind), \(detail)
      FROM guest_event WHERE guest_id = \(guest)
      """)
  }
}

extension KnownGuest {
  package init(_ row: Row) throws {
    self.init(
      guest: try Guest(row), name: try row.get("name"), email: try row.get("email"),
      organisation: try row.get("organisation"), role: try row.get("role"), manner: try Manner(row),
      isReturned: try row.get("is_returned"))
  }
}

extension Guest {
  package init(_ row: Row) throws {
    self.init(
      id: try row.get("id"), party: try row.get("party_id"), person: try row.get("person_id"),
      standing: try row.get("standing"), position: try row.get("position"), isPinned: try row.get("pinned"),
      isMustHave: try row.get("must_have"), invitation: try Invitation(row), linkNumber: try row.get("link_number"),
      wave: try row.get("wave"), wishes: try row.get("wishes"), brings: try row.get("brings"),
      arrives: try row.get("arrives"), leaves: try row.get("leaves"), zone: try row.get("zone"), card: try Card(row),
      letter: LetterEdits(
        subject: try row.get("letter_subject"), opening: try row.get("letter_opening"),
        reason: try row.get("letter_reason"), ownSentence: try row.get("letter_sentence")),
      salutation: try row.get("letter_salutation"), letterForm: AddressForm(rawValue: try row.get("letter_form")),
      drink: try row.get("drink"),
      removedAt: try row.find("removed_at"), seat: try Seat(row), told: try ToldDate(row))
  }
}

extension Seat {
  /// Read from columns beside a guest's row.
  package init(_ row: Row) throws {
    guard let guest: GuestID = try row.find("honour_guest") else {
      self = .table
      return
    }
    self = .honour(
      Honour(
        guest: guest, party: try row.get("party_id"), role: try row.get("honour_role"),
        reason: try row.get("honour_reason"), beginsAfter: try row.get("begins_after"),
        minutes: try row.get("honour_minutes"), slotChanges: try row.get("slot_changes"),
        lateMinutes: try row.get("late_minutes"), arrivedAt: try row.find("honour_arrived_at"),
        leftAt: try row.find("honour_left_at"), assistant: try Honour.Assistant(row), thanks: try row.get("thanks"),
        thankedAt: try row.find("thanked_at"), again: try row.find("again")))
  }
}

extension Guest.Card {
  package init(_ row: Row) throws {
    self.init()
    name = try row.get("card_name")
    line = try row.get("card_line")
    email = try row.get("card_email")
    phone = try row.get("card_phone")
    web = try row.get("card_web")
  }
}

extension Invitation {
  package init(_ row: Row) throws {
    let word: String = try row.get("word")
    self.init(
      state: try row.get("state"), invitedAt: try row.find("invited_at"), answerBy: try row.find("answer_by"),
      remindedAt: try row.find("reminded_at"), answer: try row.find("answer"), answeredAt: try row.find("answered_at"),
      answeredBy: try row.get("answered_by"), word: word.isEmpty ? nil : word, isByVote: try row.get("by_vote"),
      asksAgain: try row.get("asks_again"))
  }
}

extension Guest.Standing: Bindable {}
extension GuestState: Bindable {}
extension Answer: Bindable {}
extension AnswerSource: Bindable {}
