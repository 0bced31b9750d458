/// Things the floor remembers without showing them. Derived from the events like everything else.
struct FloorMemory: Hashable, Sendable, Codable {
  /// In the order in which they first came to the lobby.
  var arrivals: [ParticipantID] = []
  /// People who were let in once; they come in again without asking.
  var enteredAt: [ParticipantID: Moment] = [:]
  /// People whose connection dropped, inside or outside the door.
  var lostSince: [ParticipantID: Moment] = [:]
  /// People who are inside and stand with nobody.
  var aloneSince: [ParticipantID: Moment] = [:]
  /// Pairs who stood together this evening.
  var met: Set<FloorSetup.Pair> = []
  var lastTable = 0
  /// Tables that were opened with a topic and stay when they are empty.
  var topicTables: Set<TableID> = []
  /// The latest of what was said at each table.
  var talk: [TableID: [Saying]] = [:]
  var lastLine = 0
  var lastPromise = 0
  var laidAside: Set<CardPath> = []
  /// People the word isn't offered to again in this part.
  var passed: Set<ParticipantID> = []
  /// People who have had the word in the introductions.
  var introduced: Set<ParticipantID> = []
  /// The number of times guests took one more minute in this part or round.
  var minutesTaken = 0
  var isRoundWarned = false
  var beganAt: Moment?
  var whispers: [Whisper] = []
  var hushes: [ParticipantID: Hush] = [:]

  struct CardPath: Hashable, Sendable, Codable {
    let from: ParticipantID
    let to: ParticipantID
  }
}
