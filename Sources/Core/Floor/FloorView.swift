/// The floor as one participant may see it: nothing of tables where they don't stand but who is there and what about.
package struct FloorView: Hashable, Sendable, Codable {
  package var you: ParticipantID
  package var doors: Doors
  package var hasEnded: Bool
  package var people: [Participant]
  package var tables: [FloorTable]
  package var programme: [Programme.Part]
  package var clock: ProgrammeClock?
  package var stage: Stage
  package var rounds: Rounds?
  /// Of the viewer's table.
  package var coaster: [CoasterLine]
  /// What was said at the viewer's table while they stood there.
  package var talk: [Saying]
  /// Made by the viewer or to them.
  package var promises: [PartyPromise]
  /// Offered by the viewer or to them.
  package var cards: [CardOffer]
  package var announcements: [String]
  package var honour: GuestOfHonour?
  /// Two who talk apart; nil for nobody.
  package var backstage: [ParticipantID]?
  /// Text from the viewer to one other, or to them alone; nil for none.
  package var whispers: [Whisper]?
  /// From whom the viewer wants none.
  package var hush: Hush?
  /// Whether the quiet noise of a bar is on; nil for no.
  package var hasMurmur: Bool?
  /// The way to the meeting in another system, for those who were let in; nil where the evening is held here.
  package var meeting: String?

  package init(
    you: ParticipantID, doors: Doors, hasEnded: Bool, people: [Participant], tables: [FloorTable],
    programme: [Programme.Part], clock: ProgrammeClock?, stage: Stage, rounds: Rounds?, coaster: [CoasterLine],
    talk: [Saying], promises: [PartyPromise], cards: [CardOffer], announcements: [String],
    honour: GuestOfHonour? = nil, backstage: [ParticipantID]? = nil, whispers: [Whisper]? = nil, hush: Hush? = nil,
    hasMurmur: Bool? = nil, meeting: String? = nil
  ) {
    self.you = you
    self.doors = doors
    self.hasEnded = hasEnded
    self.people = people
    self.tables = tables
    self.programme = programme
    self.clock = clock
    self.stage = stage
    self.rounds = rounds
    self.coaster = coaster
    self.talk = talk
    self.promises = promises
    self.cards = cards
    self.announcements = announcements
    self.honour = honour
    self.backstage = backstage
    self.whispers = whispers
    self.hush = hush
    self.hasMurmur = hasMurmur
    self.meeting = meeting
  }
}
