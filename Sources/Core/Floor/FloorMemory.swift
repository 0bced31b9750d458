/// What the floor keeps in mind without showing it. Comes from the events as everything else.
struct FloorMemory: Hashable, Sendable, Codable {
  /// In the order in which they came to the lobby first.
  var arrivals: [ParticipantID] = []
  /// Who was let in once; comes in again without asking.
  var enteredAt: [ParticipantID: Moment] = [:]
  /// Whose connection is lost, inside or before the door.
  var lostSince: [ParticipantID: Moment] = [:]
  /// Who is inside and stands with nobody.
  var aloneSince: [ParticipantID: Moment] = [:]
  /// Who stood together this evening.
  var met: Set<FloorSetup.Pair> = []
  var lastTable = 0
  /// Tables that were opened with a topic and stay when they are empty.
  var topicTables: Set<TableID> = []
  /// The latest of what was said at each table.
  var talk: [TableID: [Saying]] = [:]
  var lastLine = 0
  var lastPromise = 0
  var laidAside: Set<CardPath> = []
  /// Whom the word isn't offered to again in this part.
  var passed: Set<ParticipantID> = []
  /// Who has had the word in the introductions.
  var introduced: Set<ParticipantID> = []
  /// How often guests took one more minute in this part or round.
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
