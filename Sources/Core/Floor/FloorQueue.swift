/// The order in which people have the word.
extension Floor {
  /// The queue with one more person: those who must leave early go before those who needn't, each group in the order in
  /// which they came.
  func queue(with who: ParticipantID) -> [ParticipantID] {
    guard let leaves = earlyLeave(of: who) else { return stage.queue + [who] }
    let place = stage.queue.firstIndex { earlyLeave(of: $0).map { $0 > leaves } ?? true } ?? stage.queue.endIndex
    var queue = stage.queue
    queue.insert(who, at: place)
    return queue
  }

  /// The first to go comes first.
  func earlyLeavers(of people: [ParticipantID]) -> [ParticipantID] {
    let leaving = people.enumerated().compactMap { place, who in earlyLeave(of: who).map { ($0, place, who) } }
    return leaving.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
  }

  /// The time at which somebody leaves, if that is before the programme ends; nil for the others.
  private func earlyLeave(of who: ParticipantID) -> Moment? {
    guard let leaves = people[who]?.leavesAt, let clock else { return nil }
    let minutes = programme.dropFirst(clock.index + 1).reduce(0) { $0 + $1.minutes }
    return leaves < clock.endsAt.adding(seconds: minutes * 60) ? leaves : nil
  }

  /// The person offered the word next when nobody asks for it: people who haven't spoken, one after another.
  var quietGuest: ParticipantID? {
    guard part?.kind == .question, stage.speaker == nil, stage.offered.isEmpty else { return nil }
    let quiet = inside.filter { isQuiet($0) }
    return earlyLeavers(of: quiet).first ?? quiet.first
  }

  /// True for somebody who could say something and hasn't; a person away for a minute, or talking in private, is left
  /// in peace.
  private func isQuiet(_ who: ParticipantID) -> Bool {
    guard who != hosting, let person = people[who], !person.hasSpoken, person.pausedSince == nil else { return false }
    return !memory.passed.contains(who) && !isBackstage(who)
  }
}
