/// The changes events make to people.
extension Floor {
  mutating func arrive(
    _ who: ParticipantID, _ profile: Participant.Profile, _ mode: Participant.Mode, _ leavesAt: Moment?
  ) {
    leaveTable(who)
    var person = people[who] ?? Participant(id: who, profile: profile)
    person.profile = profile
    person.mode = mode
    person.isMuted = false
    person.leavesAt = leavesAt
    person.pausedSince = nil
    person.presence = .lobby
    people[who] = person
    memory.lostSince[who] = nil
    if !memory.arrivals.contains(who) { memory.arrivals.append(who) }
  }

  mutating func take(_ mode: Participant.Mode, _ isMuted: Bool, _ who: ParticipantID) {
    people[who]?.mode = mode
    people[who]?.isMuted = isMuted
  }

  mutating func enter(_ who: ParticipantID, at moment: Moment) {
    guard people[who] != nil else { return }
    people[who]?.presence = .inside
    memory.lostSince[who] = nil
    memory.enteredAt[who] = memory.enteredAt[who] ?? moment
  }

  /// Somebody who hasn't come in yet stays where they are; their lost connection shows nowhere.
  mutating func lose(_ who: ParticipantID, at moment: Moment) {
    guard isPresent(who) else { return }
    if isInside(who) { people[who]?.presence = .away }
    memory.lostSince[who] = moment
  }

  mutating func find(_ who: ParticipantID) {
    if people[who]?.presence == .away { people[who]?.presence = .inside }
    memory.lostSince[who] = nil
    memory.passed.remove(who)
  }

  mutating func depart(_ who: ParticipantID, to presence: Participant.Presence) {
    leaveTable(who)
    people[who]?.presence = presence
    people[who]?.handUpSince = nil
    people[who]?.isStaying = false
    people[who]?.pausedSince = nil
    memory.lostSince[who] = nil
  }

  mutating func passHosting(to who: ParticipantID) {
    guard people[who] != nil else { return }
    people[hosting]?.isHosting = false
    people[who]?.isHosting = true
    hosting = who
  }

  mutating func move(_ who: ParticipantID, _ table: TableID?, _ seat: Int?) {
    leaveTable(who)
    guard let table, tables[table] != nil else { return }
    for other in company(at: table) where other.id != who { memory.met.insert(.init(who, other.id)) }
    people[who]?.table = table
    people[who]?.seat = seat
  }

  private mutating func leaveTable(_ who: ParticipantID) {
    guard let table = people[who]?.table else { return }
    people[who]?.previousTable = table
    people[who]?.table = nil
    people[who]?.seat = nil
  }

  /// Records since when people have been standing alone. Only events that move people can change that.
  mutating func noteCompany(_ event: FloorEvent, at moment: Moment) {
    switch event {
    case .entered, .moved, .left, .removed, .away, .back: break
    default: return
    }
    var crowd: [TableID: Int] = [:]
    for person in people.values where person.presence == .inside {
      if let table = person.table { crowd[table, default: 0] += 1 }
    }
    for (who, person) in people {
      let isAlone = person.presence == .inside && person.table.map { crowd[$0, default: 0] < 2 } ?? true
      memory.aloneSince[who] = isAlone && person.presence == .inside ? memory.aloneSince[who] ?? moment : nil
    }
  }
}
