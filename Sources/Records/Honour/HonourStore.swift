import Core
import Database
import Foundation

/// Writes the details of a guest of honour's seat, which are read with the guest: `guest.seat`.
package struct HonourStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  /// For the evening. Nil if there is nobody who may come, or no date.
  package func seat(of guest: KnownGuest, at party: Party) throws -> HonourSeat? {
    guard guest.mayCome, let slot = guest.guest.honour?.slot(at: party.start) else { return nil }
    let questions = try HonourQuestionStore(connection: connection).questions(of: party.id).forBrief()
    return HonourSeat(guest: guest.guest.id, slot: slot, questions: questions)
  }

  /// Only the first time they come through the door counts.
  func arrive(_ guest: GuestID, at now: Moment) throws {
    try connection.execute(
      "UPDATE honour SET arrived_at = coalesce(arrived_at, \(now)), left_at = NULL WHERE guest_id = \(guest)")
  }

  package func leave(_ guest: GuestID, at now: Moment) throws {
    try connection.execute(
      "UPDATE honour SET left_at = \(now) WHERE guest_id = \(guest) AND arrived_at IS NOT NULL")
  }

  package func honour(of party: PartyID) throws -> Honour? {
    try connection.row("SELECT * FROM honour WHERE party_id = \(party)").map(Honour.init)
  }

  /// Nil for every other guest.
  package func honour(_ guest: GuestID) throws -> Honour? {
    try connection.row("SELECT * FROM honour WHERE guest_id = \(guest)").map(Honour.init)
  }

  /// The guest of honour an assistant's link acts for.
  package func find(assistantHash: String) throws -> Honour? {
    try connection.row("SELECT * FROM honour WHERE assistant_hash = \(assistantHash)").map(Honour.init)
  }

  /// - Throws: a duplicate if the party already has a guest of honour.
  package func insert(_ honour: Honour) throws {
    try connection.execute(
      """
      INSERT INTO honour (guest_id, party_id, role, reason, begins_after, minutes)
      VALUES (
        \(honour.guest), \(honour.party), \(honour.role), \(honour.reason), \(honour.beginsAfter), \(honour.minutes))
      """)
  }

  /// Writes back everything except the assistant and the events on the floor.
  package func update(_ honour: Honour) throws {
    try connection.execute(
      """
      UPDATE honour SET
        role = \(honour.role), reason = \(honour.reason), begins_after = \(honour.beginsAfter),
        minutes = \(honour.minutes), slot_changes = \(honour.slotChanges), late_minutes = \(honour.lateMinutes),
        thanks = \(honour.thanks), thanked_at = \(honour.thankedAt), again = \(honour.again)
      WHERE guest_id = \(honour.guest)
      """)
  }

  /// The party has another date: a delay was about the one before.
  package func forgetDelay(at party: PartyID) throws {
    try connection.execute("UPDATE honour SET late_minutes = 0 WHERE party_id = \(party) AND arrived_at IS NULL")
  }

  /// - Parameters: nil for both if there is no assistant any more; otherwise the assistant, and the hash of their link.
  package func set(_ assistant: Honour.Assistant?, hash: String?, of guest: GuestID) throws {
    try connection.execute(
      """
      UPDATE honour SET assistant_name = \(assistant?.name ?? ""), assistant_email = \(assistant?.email ?? ""),
        assistant_hash = \(hash)
      WHERE guest_id = \(guest)
      """)
  }

  /// Closes an assistant's link, and stops mail to them that has not left.
  package func removeAssistant(of guest: GuestID) throws {
    try set(nil, hash: nil, of: guest)
    try OutboxQueue(connection: connection).stopAll(
      to: guest, kinds: [.assistant, .assistantCancellation], MailProblem("outbox.problem.stopped"))
  }

  /// Erases somebody wherever they answer for a guest of honour of this host, whose link for that ends.
  package func eraseAssistant(naming search: NameSearch, of host: HostID) throws {
    let assistants = try connection.rows(
      """
      SELECT honour.* FROM honour JOIN party ON party.id = honour.party_id
      WHERE party.host_id = \(host) AND honour.assistant_name || honour.assistant_email <> ''
      """
    ) {
      let texts = try ["assistant_name", "assistant_email"].map { [row = $0] in try row.get($0, as: String.self) }
      return (guest: try $0.get("guest_id", as: GuestID.self), texts: texts)
    }
    for one in assistants where search.finds(inRow: one.texts) { try removeAssistant(of: one.guest) }
    let named = try connection.rows(
      """
      SELECT guest_event.* FROM guest_event JOIN guest ON guest.id = guest_event.guest_id
        JOIN party ON party.id = guest.party_id
      WHERE party.host_id = \(host) AND guest_event.kind = \(GuestEvent.assistant)
      """
    ) {
      (
        guest: try $0.get("guest_id", as: GuestID.self), number: try $0.get("number", as: Int.self),
        name: try $0.get("detail", as: String.self)
      )
    }
    for event in named where search.finds(inRow: [event.name]) {
      try connection.execute("DELETE FROM guest_event WHERE guest_id = \(event.guest) AND number = \(event.number)")
    }
  }

  /// The letter's parts in the host's words.
  package func letterEdits(of guest: GuestID) throws -> HonourEdits {
    let text: String =
      try connection.row("SELECT letter_sentences FROM honour WHERE guest_id = \(guest)")?.get("letter_sentences") ?? ""
    let stored = (try? JSONDecoder().decode([String: String].self, from: Data(text.utf8))) ?? [:]
    let pairs = stored.compactMap { name, words in HonourSentence(rawValue: name).map { ($0, words) } }
    return HonourEdits(Dictionary(pairs) { first, _ in first })
  }

  package func keep(_ edits: HonourEdits, of guest: GuestID) throws {
    let named = Dictionary(edits.sentences.map { ($0.key.rawValue, $0.value) }) { first, _ in first }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let text = named.isEmpty ? "" : String(decoding: try encoder.encode(named), as: UTF8.self)
    try connection.execute("UPDATE honour SET letter_sentences = \(text) WHERE guest_id = \(guest)")
  }

  package func delete(_ guest: GuestID) throws {
    try connection.execute("DELETE FROM honour WHERE guest_id = \(guest)")
  }
}

extension Honour {
  package init(_ row: Row) throws {
    self.init(
      guest: try row.get("guest_id"), party: try row.get("party_id"), role: try row.get("role"),
      reason: try row.get("reason"), beginsAfter: try row.get("begins_after"), minutes: try row.get("minutes"),
      slotChanges: try row.get("slot_changes"), lateMinutes: try row.get("late_minutes"),
      arrivedAt: try row.find("arrived_at"), leftAt: try row.find("left_at"), assistant: try Assistant(row),
      thanks: try row.get("thanks"), thankedAt: try row.find("thanked_at"), again: try row.find("again"))
  }
}

extension Honour.Assistant {
  package init?(_ row: Row) throws {
    let hash: String? = try row.find("assistant_hash")
    guard hash != nil else { return nil }
    self.init(
      name: try row.get("assistant_name"), email: try row.get("assistant_email"))
  }
}

extension HonourSlot.Role: Bindable {}
