/// The floor as one participant may see it: of other tables, only who stands there and what about.
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
  /// Things said at the viewer's table while they stood there.
  package var talk: [Saying]
  /// Made by the viewer or to them.
  package var promises: [PartyPromise]
  /// Offered by the viewer or to them.
  package var cards: [CardOffer]
  package var announcements: [String]
  package var honour: GuestOfHonour?
  /// Two people talking in private; nil when nobody is.
  package var backstage: [ParticipantID]?
  /// Text between the viewer and one other person; nil for none.
  package var whispers: [Whisper]?
  /// The people from whom the viewer wants no private text.
  package var hush: Hush?
  /// True while the quiet noise of a bar is playing; nil for no.
  package var hasMurmur: Bool?
  /// The link to the meeting in another system, for people who were let in; nil where the evening is held here.
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
