/// A request being granted: the floor as it changes on the way, and the events so far.
struct FloorDraft {
  private(set) var floor: Floor
  private(set) var events: [FloorEvent] = []
  let who: ParticipantID
  let now: Moment

  init(_ floor: Floor, by who: ParticipantID, at now: Moment) {
    self.floor = floor
    self.who = who
    self.now = now
  }

  mutating func happen(_ event: FloorEvent) {
    floor.apply(event, at: now)
    events.append(event)
  }

  /// Adds the events that follow from what happened, so that a floor is only ever seen settled.
  mutating func settle() {
    settleHosting()
    settleHonour()
    guard !floor.hasEnded else { return }
    settleKnocks()
    settleBackstage()
    settleStage()
    settleTables()
  }
}
