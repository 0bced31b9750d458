import Core
import Database

/// Cards, promises and the next evening, as far as they concern one participant.
extension KeepsakeStore {
  package func cards(of me: ParticipantID) throws -> [Keepsakes.Card] {
    let givers = try connection.rows(
      "SELECT giver FROM card_exchange WHERE party_id = \(party.id) AND taker = \(me) ORDER BY at, giver"
    ) { try $0.get("giver", as: ParticipantID.self) }
    return try givers.compactMap { giver in
      try FloorCardStore(connection: connection).card(of: giver, at: party.id).map {
        Keepsakes.Card(person: giver, name: $0.name, line: $0.line, email: $0.email, phone: $0.phone, web: $0.web)
      }
    }
  }

  package func promises(of me: ParticipantID, _ people: [ParticipantID: Known]) throws -> [Keepsakes.Promise] {
    let recipients = try connection.rows(
      "SELECT number, recipient FROM promise_recipient WHERE party_id = \(party.id) ORDER BY number, recipient"
    ) { (try $0.get("number", as: Int.self), try $0.get("recipient", as: ParticipantID.self)) }
    let byNumber = Dictionary(grouping: recipients, by: \.0).mapValues { $0.map(\.1) }
    return try connection.rows(
      "SELECT number, maker, text, kept_at FROM promise WHERE party_id = \(party.id) ORDER BY number"
    ) { row -> Keepsakes.Promise? in
      let (number, maker): (Int, ParticipantID) = (try row.get("number"), try row.get("maker"))
      let to = byNumber[number] ?? []
      guard maker == me || to.contains(me) else { return nil }
      let kept: Moment? = try row.find("kept_at")
      return Keepsakes.Promise(
        number: number, text: try row.get("text"), isMine: maker == me,
        others: (maker == me ? to : [maker]).compactMap { people[$0]?.name }, isKept: kept != nil)
    }.compactMap { $0 }
  }

  /// - Returns: false if it is not a promise of theirs.
  package func setKept(_ number: Int, isKept: Bool, by maker: ParticipantID, at now: Moment) throws -> Bool {
    let count = try connection.count(
      "SELECT count(*) AS n FROM promise WHERE party_id = \(party.id) AND number = \(number) AND maker = \(maker)")
    guard count == 1 else { return false }
    try connection.execute(
      """
      UPDATE promise SET kept_at = \(isKept ? now : nil)
      WHERE party_id = \(party.id) AND number = \(number) AND maker = \(maker)
      """)
    return true
  }

  /// Shares a table's coaster with the whole circle, or restricts it to the table again.
  /// - Returns: false if they never stood there, or somebody else shared it.
  package func share(_ table: TableID, isShared: Bool, by who: ParticipantID, at now: Moment) throws -> Bool {
    let stood = try connection.count(
      """
      SELECT count(*) AS n FROM table_stay
      WHERE party_id = \(party.id) AND table_id = \(table) AND participant = \(who)
      """)
    guard stood > 0 else { return false }
    if isShared {
      try connection.execute(
        """
        INSERT INTO coaster_share (party_id, table_id, participant, at)
        VALUES (\(party.id), \(table), \(who), \(now)) ON CONFLICT (party_id, table_id) DO NOTHING
        """)
    } else {
      try connection.execute(
        "DELETE FROM coaster_share WHERE party_id = \(party.id) AND table_id = \(table) AND participant = \(who)")
    }
    return true
  }

  package func membership(of me: ParticipantID) throws -> CircleMembership? {
    guard let id = GuestID(me.rawValue) else { return nil }
    let guest = try GuestStore(connection: connection).guest(id, of: party.id).guest
    return try CircleStore(connection: connection).membership(of: guest.person, at: party.id)
  }

  /// The circle's next evening, if this guest's person is invited to it.
  package func next(for me: ParticipantID) throws -> Keepsakes.NextEvening? {
    guard let guest = GuestID(me.rawValue) else { return nil }
    let row = try connection.row(
      """
      SELECT further.id, further.party_id, later.topic
      FROM guest JOIN party ON party.id = guest.party_id
        JOIN party AS later ON later.circle_id = party.circle_id AND later.created_at > party.created_at
        JOIN guest AS further ON further.party_id = later.id AND further.person_id = guest.person_id
      WHERE guest.id = \(guest) AND further.invited_at IS NOT NULL AND further.state <> 'withdrawn'
        AND further.removed_at IS NULL
        AND later.state IN ('inviting', 'scheduled', 'open')
      ORDER BY later.created_at DESC LIMIT 1
      """)
    guard let row else { return nil }
    let further = try GuestStore(connection: connection).guest(try row.get("id"), of: try row.get("party_id")).guest
    return Keepsakes.NextEvening(topic: try row.get("topic"), path: services.links(for: further).personalPath)
  }
}
