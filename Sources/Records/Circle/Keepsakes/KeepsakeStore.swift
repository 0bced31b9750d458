import Core
import Database
import Foundation
import House

/// The keepsakes of an evening, for one participant at a time.
package struct KeepsakeStore {
  package let services: Services
  package let connection: any Connection
  package let party: Party

  package init(services: Services, connection: any Connection, party: Party) {
    self.services = services
    self.connection = connection
    self.party = party
  }

  /// The keepsakes a guest's standing entitles them to.
  package func keepsakes(of guest: GuestID) throws -> Keepsakes {
    let standing = try GuestStandingStore(connection: connection).standing(of: guest, at: party.id)
    return try keepsakes(of: ParticipantID(guest.description), standing)
  }

  package func keepsakesOfHost() throws -> Keepsakes { try keepsakes(of: .host, nil) }

  /// - Parameter standing: nil for the host, who may read the coasters of their own tables and those that were shared.
  private func keepsakes(of me: ParticipantID, _ standing: GuestStanding?) throws -> Keepsakes {
    func may(_ right: GuestRight) -> Bool { standing?.may(right) ?? true }
    let people = try participants()
    let stays = try self.stays()
    let hasOwn = may(.keepsakes)
    let goesOn = standing.map { ![.sentAway, .withdrawn].contains($0.place) } ?? false
    return Keepsakes(
      me: me, wasThere: hasOwn && people[me]?.wasInside ?? false, met: hasOwn ? met(by: me, stays, people) : [],
      coasters: try coasters(
        ofTables: hasOwn ? Set(stays.filter { $0.stay.who == me }.map(\.stay.table)) : [],
        sharing: may(.sharedCoasters) ? try shares() : [:], people),
      cards: hasOwn ? try cards(of: me) : [], promises: hasOwn ? try promises(of: me, people) : [],
      ballot: may(.ballot) ? try BallotStore(connection: connection).deposit(of: me, at: party.id) : nil,
      next: goesOn ? try next(for: me) : nil, membership: may(.circle) ? try membership(of: me) : nil,
      awaitsShares: !hasOwn && may(.sharedCoasters))
  }

  package struct Known {
    package let name: String
    package let line: String
    package let wasInside: Bool
    package let spoken: Int

    package init(name: String, line: String, wasInside: Bool, spoken: Int) {
      self.name = name
      self.line = line
      self.wasInside = wasInside
      self.spoken = spoken
    }
  }

  package func participants() throws -> [ParticipantID: Known] {
    let rows = try connection.rows(
      "SELECT id, name, line, entered_at, spoken_seconds FROM participant WHERE party_id = \(party.id)"
    ) { row in
      let entered: Date? = try row.find("entered_at")
      return (
        try row.get("id", as: ParticipantID.self),
        Known(
          name: try row.get("name"), line: try row.get("line"), wasInside: entered != nil,
          spoken: try row.get("spoken_seconds"))
      )
    }
    return Dictionary(rows, uniquingKeysWith: { first, _ in first })
  }

  struct Stay {
    let stay: FloorHistory.Stay
    let topic: String
  }

  /// Stays that are over; while the evening lasts, nobody has a summary.
  func stays() throws -> [Stay] {
    try connection.rows(
      """
      SELECT participant, table_id, topic, since, until FROM table_stay
      WHERE party_id = \(party.id) AND until IS NOT NULL ORDER BY since, number
      """
    ) { row in
      Stay(
        stay: FloorHistory.Stay(
          who: try row.get("participant"), table: try row.get("table_id"), from: try row.get("since"),
          until: try row.get("until")), topic: try row.get("topic"))
    }
  }

  private func met(
    by me: ParticipantID, _ stays: [Stay], _ people: [ParticipantID: Known]
  ) -> [Keepsakes.Met] {
    Encounters(stays.map(\.stay)).met(by: me, atLeast: 20).compactMap { other, seconds in
      people[other].map {
        Keepsakes.Met(
          name: $0.name, line: $0.line, minutes: max(1, seconds / 60), topics: sharedTopics(me, other, stays))
      }
    }
  }

  private func sharedTopics(_ me: ParticipantID, _ other: ParticipantID, _ stays: [Stay]) -> [String] {
    var topics: [String] = []
    for mine in stays where mine.stay.who == me && !mine.topic.isEmpty && !topics.contains(mine.topic) {
      let overlaps = stays.contains {
        $0.stay.who == other && $0.stay.table == mine.stay.table && $0.stay.from < mine.stay.until
          && mine.stay.from < $0.stay.until
      }
      if overlaps { topics.append(mine.topic) }
    }
    return topics
  }

  private func coasters(
    ofTables mine: Set<TableID>, sharing shared: [TableID: ParticipantID], _ people: [ParticipantID: Known]
  ) throws -> [Keepsakes.Coaster] {
    let topics = try topics()
    let lines = try connection.rows(
      """
      SELECT table_id, author, text FROM coaster_line WHERE party_id = \(party.id) AND text <> '' ORDER BY line
      """
    ) { row in
      (
        try row.get("table_id", as: TableID.self), try row.get("author", as: ParticipantID.self),
        try row.get("text", as: String.self)
      )
    }
    let visible = Dictionary(grouping: lines.filter { mine.contains($0.0) || shared[$0.0] != nil }, by: \.0)
    return visible.keys.sorted().map { table in
      Keepsakes.Coaster(
        table: table, topic: topics[table] ?? "",
        lines: (visible[table] ?? []).map { .init(author: people[$0.1]?.name ?? "", text: $0.2) },
        sharedBy: shared[table].map { people[$0]?.name ?? "" }, isMine: mine.contains(table))
    }
  }

  private func shares() throws -> [TableID: ParticipantID] {
    let rows = try connection.rows(
      "SELECT table_id, participant FROM coaster_share WHERE party_id = \(party.id)"
    ) { (try $0.get("table_id", as: TableID.self), try $0.get("participant", as: ParticipantID.self)) }
    return Dictionary(rows, uniquingKeysWith: { first, _ in first })
  }

  private func topics() throws -> [TableID: String] {
    let rows = try connection.rows("SELECT table_id, topic FROM table_topic WHERE party_id = \(party.id)") {
      (try $0.get("table_id", as: TableID.self), try $0.get("topic", as: String.self))
    }
    return Dictionary(rows, uniquingKeysWith: { first, _ in first })
  }
}
