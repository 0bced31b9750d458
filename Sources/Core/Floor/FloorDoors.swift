/// Arriving, being let in, leaving.
extension FloorDraft {
  /// For somebody already here only changes count, so a page may safely repeat the request.
  mutating func arrive(_ profile: Participant.Profile, _ mode: Participant.Mode) throws(FloorRefusal) {
    let profile = try FloorText.profile(profile)
    guard let person = floor.people[who], person.isInRoom || floor.isPresent(who) else {
      return happen(.arrived(who: who, profile: profile, mode: mode, leavesAt: floor.people[who]?.leavesAt))
    }
    change(profile)
    take(mode, person.isMuted)
  }

  mutating func change(_ profile: Participant.Profile) {
    guard floor.people[who]?.profile != profile else { return }
    happen(.changed(who: who, profile: profile))
  }

  mutating func take(_ mode: Participant.Mode, _ isMuted: Bool) {
    guard let person = floor.people[who], (person.mode, person.isMuted) != (mode, isMuted) else { return }
    happen(.mode(who: who, mode: mode, muted: isMuted))
  }

  /// Somebody who left, or lost the lobby, comes back as they were. The guest of honour neither waits nor knocks.
  mutating func enter() throws(FloorRefusal) {
    guard let person = floor.people[who] else { throw .notInside }
    if person.isInRoom { return }
    if !floor.isPresent(who) { try arrive(person.profile, person.mode) }
    if floor.doors == .open || floor.mayHost(who) || floor.isHonourAwaited(who) { return admit(who) }
    if floor.doors == .closed { throw .doorClosed }
    if floor.memory.enteredAt[who] != nil { return admit(who) }
    if person.presence != .waiting { happen(.asked(who: who)) }
  }

  mutating func leave() {
    guard floor.isPresent(who) || floor.isInRoom(who) else { return }
    happen(.left(who: who))
  }

  mutating func askForDoors(_ state: Doors) throws(FloorRefusal) {
    if state != .closed { try requireHour() }
    setDoors(state)
  }

  /// At most an hour before the beginning: an opened door can't be undone, and guests come once it is open.
  func requireHour() throws(FloorRefusal) {
    if floor.clock == nil, floor.doors == .closed, let opens = floor.setup.opensAt, now < opens { throw .tooEarly }
  }

  mutating func setDoors(_ state: Doors) {
    if floor.doors != state { happen(.doors(state: state)) }
    guard state == .open else { return }
    for guest in floor.memory.arrivals where floor.people[guest]?.presence == .waiting { admit(guest) }
  }

  mutating func letIn(_ guest: ParticipantID) throws(FloorRefusal) {
    guard floor.people[guest]?.presence == .waiting else { throw .noSuchPerson }
    admit(guest)
  }

  /// The host can't be removed from their own party. Nobody exchanges cards with a removed person any more.
  mutating func remove(_ guest: ParticipantID) throws(FloorRefusal) {
    guard let person = floor.people[guest], person.presence != .removed, guest != .host, guest != who else {
      throw .noSuchPerson
    }
    happen(.removed(who: guest, by: who))
    for offer in floor.cards where !offer.isTaken && (offer.from == guest || offer.to == guest) {
      happen(.cardWithdrawn(from: offer.from, to: offer.to))
    }
  }

  mutating func handOver(to guest: ParticipantID) throws(FloorRefusal) {
    guard floor.isInRoom(guest) else { throw .noSuchPerson }
    guard guest != floor.hosting else { return }
    happen(.hosting(who: guest, from: floor.hosting))
  }

  /// Once a hosting guest has gone for good, the host hosts again.
  mutating func settleHosting() {
    let hosting = floor.hosting
    if hosting != .host, !floor.isInRoom(hosting) { happen(.hosting(who: .host, from: hosting)) }
  }

  /// A guest whose connection dropped while they waited is let in as one about to come back.
  private mutating func admit(_ guest: ParticipantID) {
    let isLost = floor.memory.lostSince[guest] != nil
    happen(.entered(who: guest))
    if isLost { happen(.away(who: guest)) }
    seatElsewhere(guest)
    welcomeToIntroductions(guest)
    welcomeHonour(guest)
  }
}
