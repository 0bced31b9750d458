/// Having the word.
extension FloorDraft {
  mutating func askForWord() throws(FloorRefusal) {
    guard floor.isOnStage, floor.stage.speaker != who else { throw .notOnStage }
    guard !floor.stage.queue.contains(who) else { return }
    happen(.speakers(queue: floor.queue(with: who)))
  }

  /// Takes back the hand, declines the offered word, or passes it on.
  mutating func passWord() throws(FloorRefusal) {
    if floor.stage.speaker == who { return passWordOn() }
    guard floor.stage.queue.contains(who) || floor.stage.offered.contains(who) else { throw .notOnStage }
    happen(.wordPassed(who: who))
  }

  mutating func endSpeech() throws(FloorRefusal) {
    guard floor.stage.speaker == who else { throw .notOnStage }
    passWordOn()
  }

  mutating func arrangeSpeakers(_ queue: [ParticipantID]) throws(FloorRefusal) {
    guard floor.isOnStage else { throw .notOnStage }
    guard Set(queue).count == queue.count, queue.allSatisfy(floor.isInRoom) else { throw .noSuchPerson }
    happen(.speakers(queue: queue.filter { $0 != floor.stage.speaker }))
  }

  mutating func callSpeaker(_ speaker: ParticipantID?) throws(FloorRefusal) {
    guard floor.isOnStage else { throw .notOnStage }
    guard let speaker else { return passWordOn() }
    guard floor.isInside(speaker) else { throw .noSuchPerson }
    if speaker != floor.stage.speaker { giveWord(to: speaker) }
  }

  mutating func extendSpeaker() throws(FloorRefusal) {
    guard let speaker = floor.stage.speaker else { throw .notOnStage }
    happen(.speaker(who: speaker, until: max(floor.stage.until ?? now, now).adding(seconds: 60)))
  }

  mutating func offerWord(to guest: ParticipantID) throws(FloorRefusal) {
    guard floor.isOnStage, guest != floor.stage.speaker else { throw .notOnStage }
    guard floor.isInside(guest) else { throw .noSuchPerson }
    if floor.stage.queue.contains(guest) || floor.stage.offered.contains(guest) { return }
    happen(.wordOffered(who: guest))
  }

  mutating func tapGlass(_ isUp: Bool) throws(FloorRefusal) {
    guard floor.isInside(who) || !isUp else { throw .notInside }
    if isUp, floor.stage.glass != who { happen(.glass(who: who)) }
    if !isUp, floor.stage.glass != nil { happen(.glass(who: nil)) }
  }

  mutating func announce(_ text: String) throws(FloorRefusal) {
    let text = try FloorText.filledLines(text, upTo: FloorRules.announcementLength)
    happen(.announced(text: text, by: who, at: now))
  }

  /// Whoever hosts opens every part on the stage. Introductions are for everybody; the question is answered first by
  /// those who leave early, then by those who ask for the word.
  mutating func openStage() {
    let others = floor.memory.arrivals.filter { floor.isInRoom($0) && $0 != floor.hosting }
    let early = floor.earlyLeavers(of: others)
    switch floor.part?.kind {
    case .introductions: happen(.speakers(queue: early + others.filter { !early.contains($0) }))
    case .question where !early.isEmpty: happen(.speakers(queue: early))
    default: break
    }
    let isHonourHere = floor.isHonourOnStage && floor.honour.map { floor.isInside($0.who) } ?? false
    if floor.isInside(floor.hosting), !isHonourHere { giveWord(to: floor.hosting, seconds: FloorRules.turn) }
  }

  /// Anybody who comes during the introductions introduces themselves as well.
  mutating func welcomeToIntroductions(_ guest: ParticipantID) {
    guard floor.part?.kind == .introductions, floor.people[guest]?.hasSpoken == false else { return }
    if floor.stage.speaker != guest, !floor.stage.queue.contains(guest) {
      happen(.speakers(queue: floor.queue(with: guest)))
    }
  }

  /// A speaker whose connection stays down longer is next when they come back.
  mutating func passLostWord() {
    guard let speaker = floor.stage.speaker else { return }
    passWordOn()
    happen(.speakers(queue: [speaker] + floor.stage.queue))
  }

  mutating func settleStage() {
    if let glass = floor.stage.glass, !floor.isInRoom(glass) || !floor.mayHost(glass) { happen(.glass(who: nil)) }
    guard floor.isOnStage else { return }
    let queue = floor.stage.queue.filter(floor.isInRoom)
    if queue != floor.stage.queue { happen(.speakers(queue: queue)) }
    for guest in floor.stage.offered where !floor.isInside(guest) { happen(.wordPassed(who: guest)) }
    if !(floor.stage.speaker.map(floor.isInRoom) ?? false) { passWordOn() }
    if let quiet = floor.quietGuest { happen(.wordOffered(who: quiet)) }
  }

  mutating func passWordOn() {
    if let next = floor.stage.queue.first(where: floor.isReady) { return giveWord(to: next) }
    if floor.stage.speaker != nil { happen(.speaker(who: nil, until: nil)) }
  }

  mutating func giveWord(to speaker: ParticipantID, seconds: Int? = nil) {
    let isGuestOfHonour =
      floor.part?.kind == .guestOfHonour && (floor.honour.map { $0.who == speaker } ?? (speaker != floor.hosting))
    let turn = now.adding(seconds: seconds ?? floor.turn)
    let end = floor.clock?.endsAt ?? turn
    happen(.speaker(who: speaker, until: isGuestOfHonour ? max(end, turn) : turn))
  }
}

extension Floor {
  /// The word skips somebody who is away for a minute or talking in private, and comes to them when they return.
  fileprivate func isReady(_ who: ParticipantID) -> Bool {
    isInside(who) && people[who]?.pausedSince == nil && !isBackstage(who)
  }

  /// Seconds each person has on the stage: two minutes, or less where so many introduce themselves that the part
  /// couldn't hold them.
  var turn: Int {
    guard let part, part.kind == .introductions else { return FloorRules.turn }
    let share = part.minutes * 60 / max(1, people.keys.count(where: isInRoom))
    return share * 4 >= FloorRules.turn * 3 ? FloorRules.turn : max(FloorRules.shortestTurn, share)
  }
}
