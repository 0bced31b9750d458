/// A conversation among a few: where people stand, what about, and what they wrote down.
package struct FloorTable: Hashable, Sendable, Codable {
  package let id: TableID
  /// Empty until somebody names one.
  package var topic: String
  /// Anybody who wants to join knocks first.
  package var isPrivate: Bool
  /// The number of places: 2…6, or more where the evening is held elsewhere.
  package var limit: Int
  package var knocking: [ParticipantID]

  package init(id: TableID, topic: String = "", isPrivate: Bool = false, limit: Int) {
    self.id = id
    self.topic = topic
    self.isPrivate = isPrivate
    self.limit = limit
    knocking = []
  }
}

/// One line of a table's coaster. Two people never overwrite each other: writing on an outdated revision adds a line.
package struct CoasterLine: Hashable, Sendable, Codable {
  package let id: Int
  package let table: TableID
  package var author: ParticipantID
  /// Empty once it was crossed out.
  package var text: String
  package var revision: Int
  package init(id: Int, table: TableID, author: ParticipantID, text: String, revision: Int) {
    self.id = id
    self.table = table
    self.author = author
    self.text = text
    self.revision = revision
  }
}

/// "I'll send you …": a promise somebody made to others at a table.
package struct PartyPromise: Hashable, Sendable, Codable {
  package let id: Int
  package let from: ParticipantID
  package let to: [ParticipantID]
  package let text: String
  package init(id: Int, from: ParticipantID, to: [ParticipantID], text: String) {
    self.id = id
    self.from = from
    self.to = to
    self.text = text
  }
}

/// Somebody's text at a table, heard by the people who stood there at the time.
package struct Saying: Hashable, Sendable, Codable {
  package let who: ParticipantID
  package let table: TableID
  package let text: String
  package let at: Moment
  package let heardBy: [ParticipantID]
  package init(who: ParticipantID, table: TableID, text: String, at: Moment, heardBy: [ParticipantID]) {
    self.who = who
    self.table = table
    self.text = text
    self.at = at
    self.heardBy = heardBy
  }
}

/// A card on its way: one person offers, the other takes, and only then do both have the other's.
package struct CardOffer: Hashable, Sendable, Codable {
  package let from: ParticipantID
  package let to: ParticipantID
  package var isTaken: Bool
  package init(from: ParticipantID, to: ParticipantID, isTaken: Bool = false) {
    self.from = from
    self.to = to
    self.isTaken = isTaken
  }
}
