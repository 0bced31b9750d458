/// Means for whoever hosts to get quiet. They take nobody's voice: each person opens their microphone again themselves.
extension FloorDraft {
  mutating func mute(_ guest: ParticipantID) throws(FloorRefusal) {
    guard floor.isInRoom(guest), guest != who else { throw .noSuchPerson }
    silence(guest)
  }

  /// Mutes everybody at a table except the person who asks for it.
  mutating func mute(table: TableID) throws(FloorRefusal) {
    guard floor.tables[table] != nil else { throw .noSuchTable }
    for person in floor.company(at: table) where person.id != who { silence(person.id) }
  }

  mutating func lowerHands() {
    for guest in floor.people.keys.sorted() { lowerHand(of: guest) }
  }

  /// Away from the page for a minute with the seat kept, neither heard nor seen. A speaker gives up the word.
  mutating func pause(_ isOn: Bool) {
    guard (floor.people[who]?.pausedSince != nil) != isOn else { return }
    happen(.pausing(who: who, since: isOn ? now : nil))
    if isOn, floor.stage.glass == who { happen(.glass(who: nil)) }
    if isOn, floor.stage.speaker == who { passWordOn() }
  }

  /// Only an open microphone can be closed.
  private mutating func silence(_ guest: ParticipantID) {
    guard let person = floor.people[guest], !person.isMuted, person.mode == .camera || person.mode == .voice else {
      return
    }
    happen(.muted(who: guest, by: who))
  }
}
