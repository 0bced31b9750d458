import Core
import Database
import House

/// Writes what survives the evening, in the same transaction as the event it comes from.
package struct FloorProjectionStore {
  package let connection: any Connection
  package let party: PartyID

  package init(connection: any Connection, party: PartyID) {
    self.connection = connection
    self.party = party
  }

  package func take(_ change: Change) throws {
    let at = change.at
    switch change.event {
    case .arrived(let who, let profile, _, _):
      try endStay(of: who, at)
      try note(who, profile, at)
    case .changed(let who, let profile): try note(who, profile, at)
    case .entered(let who): try enter(who, at)
    case .left(let who): try leave(who, at)
    case .removed(let who, _):
      try leave(who, at)
      try remove(who, at)
    case .moved(let who, let table, _): try move(who, table, change)
    case .tableOpened(let table, let topic, _), .topic(let table, let topic, _): try name(table, topic)
    case .coaster(let line): try write(line, at)
    case .promised(let promise): try keep(promise, at)
    case .cardTaken(let from, let to): try exchange(from, to, at)
    case .doors(let doors) where doors != .closed: try PartyStageStore(connection: connection).open(party, at)
    case .programme(let parts): try PartyStageStore(connection: connection).keep(Programme(parts: parts), of: party)
    case .part:
      try countSpeech(change)
      try PartyStageStore(connection: connection).open(party, at)
    case .speaker: try countSpeech(change)
    case .honour(let progress): try note(progress)
    case .ended:
      try countSpeech(change)
      try end(at)
    default: break
    }
  }

  private func note(_ who: ParticipantID, _ profile: Participant.Profile, _ at: Moment) throws {
    let guest = who == .host ? nil : who
    try connection.execute(
      """
      INSERT INTO participant (party_id, id, guest_id, name, line, arrived_at)
      VALUES (\(party), \(who), \(guest), \(profile.name), \(profile.line), \(at))
      ON CONFLICT (party_id, id) DO UPDATE SET name = excluded.name, line = excluded.line
      """)
    if let guest {
      try connection.execute(
        "UPDATE guest SET drink = \(profile.drink) WHERE id = \(guest) AND party_id = \(party)")
    }
  }

  private func enter(_ who: ParticipantID, _ at: Moment) throws {
    try connection.execute(
      """
      UPDATE participant SET entered_at = coalesce(entered_at, \(at)), left_at = NULL
      WHERE party_id = \(party) AND id = \(who)
      """)
  }

  private func leave(_ who: ParticipantID, _ at: Moment) throws {
    try endStay(of: who, at)
    try connection.execute("UPDATE participant SET left_at = \(at) WHERE party_id = \(party) AND id = \(who)")
  }

  private func remove(_ who: ParticipantID, _ at: Moment) throws {
    try connection.execute("UPDATE guest SET removed_at = \(at) WHERE id = \(who) AND party_id = \(party)")
  }

  private func move(_ who: ParticipantID, _ table: TableID?, _ change: Change) throws {
    try endStay(of: who, change.at)
    guard let table else { return }
    try connection.execute(
      """
      INSERT INTO table_stay (party_id, participant, since, table_id, topic, number)
      SELECT \(party), \(who), \(change.at), \(table),
        coalesce((SELECT topic FROM table_topic WHERE party_id = \(party) AND table_id = \(table)), ''), \(change.number)
      """)
  }

  private func endStay(of who: ParticipantID, _ at: Moment) throws {
    try connection.execute(
      """
      UPDATE table_stay SET until = \(Self.end(at))
      WHERE party_id = \(party) AND participant = \(who) AND until IS NULL
      """)
  }

  /// If a clock was ahead when something began, it ends the moment it began.
  private static func end(_ at: Moment) -> SQL { "CASE WHEN since > \(at) THEN since ELSE \(at) END" }

  private func name(_ table: TableID, _ topic: String) throws {
    try connection.execute(
      """
      INSERT INTO table_topic (party_id, table_id, topic) VALUES (\(party), \(table), \(topic))
      ON CONFLICT (party_id, table_id) DO UPDATE SET topic = excluded.topic
      """)
    try connection.execute(
      """
      UPDATE table_stay SET topic = \(topic)
      WHERE party_id = \(party) AND table_id = \(table) AND until IS NULL
      """)
  }

  private func write(_ line: CoasterLine, _ at: Moment) throws {
    try connection.execute(
      """
      INSERT INTO coaster_line (party_id, line, table_id, author, text, revision, created_at, changed_at)
      VALUES (\(party), \(line.id), \(line.table), \(line.author), \(line.text), \(line.revision), \(at), \(at))
      ON CONFLICT (party_id, line) DO UPDATE SET author = excluded.author, text = excluded.text,
        revision = excluded.revision, changed_at = excluded.changed_at
      """)
  }

  private func keep(_ promise: PartyPromise, _ at: Moment) throws {
    try connection.execute(
      """
      INSERT INTO promise (party_id, number, maker, text, at)
      VALUES (\(party), \(promise.id), \(promise.from), \(promise.text), \(at))
      """)
    for recipient in promise.to {
      try connection.execute(
        """
        INSERT INTO promise_recipient (party_id, number, recipient) VALUES (\(party), \(promise.id), \(recipient))
        """)
    }
  }

  private func exchange(_ one: ParticipantID, _ other: ParticipantID, _ at: Moment) throws {
    for (giver, taker) in [(one, other), (other, one)] {
      try connection.execute(
        """
        INSERT INTO card_exchange (party_id, giver, taker, at) VALUES (\(party), \(giver), \(taker), \(at))
        ON CONFLICT (party_id, giver, taker) DO NOTHING
        """)
    }
  }

  /// Adds the time the last speaker has had so far: their word ends with the next one's, the part, or the evening.
  private func countSpeech(_ change: Change) throws {
    let before = try FloorEventStore(connection: connection).last(
      of: ["speaker", "part", "ended"], before: change.number, at: party)
    guard let before, case .speaker(.some(let who), _) = before.event else { return }
    let seconds = max(0, change.at.seconds(since: before.at))
    try connection.execute(
      """
      UPDATE participant SET spoken_seconds = spoken_seconds + \(seconds) WHERE party_id = \(party) AND id = \(who)
      """)
  }

  private func note(_ progress: GuestOfHonour.Progress) throws {
    let store = HonourStore(connection: connection)
    guard var honour = try GuestStore(connection: connection).honoured(at: party)?.guest.honour else { return }
    honour.lateMinutes = progress.lateMinutes
    try store.update(honour)
    if let arrived = progress.arrivedAt { try store.arrive(honour.guest, at: arrived) }
    if let left = progress.leftAt { try store.leave(honour.guest, at: left) }
  }

  private func end(_ at: Moment) throws {
    try connection.execute(
      "UPDATE table_stay SET until = \(Self.end(at)) WHERE party_id = \(party) AND until IS NULL")
    try connection.execute(
      """
      UPDATE participant SET left_at = \(at) WHERE party_id = \(party) AND entered_at IS NOT NULL AND left_at IS NULL
      """)
    if let honoured = try GuestStore(connection: connection).honoured(at: party), honoured.guest.honour?.leftAt == nil {
      try HonourStore(connection: connection).leave(honoured.guest.id, at: at)
    }
    try PartyStageStore(connection: connection).end(party, at)
    try noteEncounters()
  }

  /// The conversations between people, as Core derives them from all events.
  private func noteEncounters() throws {
    let changes = try FloorEventStore(connection: connection).changes(of: party)
    let role = try GuestStore(connection: connection).honoured(at: party)?.guest.honour?.role
    let encounters = Encounters(FloorHistory(changes.map { ($0.event, $0.at) }, honour: role))
    let people = try connection.rows("SELECT id FROM participant WHERE party_id = \(party) ORDER BY id") {
      try $0.get("id", as: ParticipantID.self)
    }
    for (place, one) in people.enumerated() {
      for other in people[(place + 1)...] where encounters.seconds(one, other) > 0 {
        try connection.execute(
          """
          INSERT INTO encounter (party_id, one, other, seconds)
          VALUES (\(party), \(one), \(other), \(encounters.seconds(one, other)))
          ON CONFLICT (party_id, one, other) DO UPDATE SET seconds = excluded.seconds
          """)
      }
    }
  }
}
