/// The reasons for a slot's place, as messages `poll.reason.*`.
struct SlotReasons {
  let tally: SlotTally
  /// The tally of the slot one place lower.
  let next: SlotTally?
  let isFirst: Bool

  init(_ tally: SlotTally, next: SlotTally?, isFirst: Bool) {
    self.tally = tally
    self.next = next
    self.isFirst = isFirst
  }

  var messages: [Message] {
    if tally.unanswered.count == tally.voters { return [Message("poll.reason.noVotes")] }
    return refusals + [attendance] + mustHaves + losses + silence + tie
  }

  private var refusals: [Message] {
    naming(tally.refusingMustHaves, one: "poll.reason.mustHaveRefuses", several: "poll.reason.mustHavesRefuse")
  }

  private var attendance: Message {
    let counts = ["count": "\(tally.coming)", "total": "\(tally.voters)", "reluctant": "\(tally.ifNeeded.count)"]
    let everybody = tally.coming == tally.voters
    return switch (everybody, tally.ifNeeded.count) {
    case (true, 0): Message("poll.reason.allCan", counts)
    case (true, 1): Message("poll.reason.allCanOneIfNeeded", counts)
    case (true, _): Message("poll.reason.allCanSomeIfNeeded", counts)
    case (false, 0): Message("poll.reason.someCan", counts)
    case (false, 1): Message("poll.reason.someCanOneIfNeeded", counts)
    case (false, _): Message("poll.reason.someCanSomeIfNeeded", counts)
    }
  }

  /// Worth mentioning only if not everybody can make it.
  private var mustHaves: [Message] {
    let isCertain = tally.refusingMustHaves.isEmpty && tally.silentMustHaves.isEmpty
    guard tally.coming < tally.voters, isCertain, !tally.comingMustHaves.isEmpty else { return [] }
    switch tally.reluctantMustHaves.count {
    case 0: return [Message("poll.reason.mustHavesCan")]
    case 1: return naming(tally.reluctantMustHaves, one: "poll.reason.mustHavesCanOneIfNeeded", several: "")
    default: return [Message("poll.reason.mustHavesCanSomeIfNeeded", ["count": "\(tally.reluctantMustHaves.count)"])]
    }
  }

  private var losses: [Message] {
    let others = tally.no.filter { !tally.refusingMustHaves.contains($0) }
    return naming(others, one: "poll.reason.losesOne", several: "poll.reason.losesSeveral")
  }

  private var silence: [Message] {
    naming(tally.unanswered, one: "poll.reason.unansweredOne", several: "poll.reason.unansweredSeveral")
  }

  /// The reason why the first slot ranks before the second, where the numbers don't make that plain.
  private var tie: [Message] {
    guard isFirst, let next, next.refusingMustHaves.count == tally.refusingMustHaves.count, next.coming == tally.coming
    else { return [] }
    if SlotRank(next) == SlotRank(tally) { return [Message("poll.reason.earlier")] }
    return next.yes.count < tally.yes.count ? [Message("poll.reason.moreYes")] : []
  }

  private func naming(_ voters: [Voter], one: String, several: String) -> [Message] {
    switch voters.count {
    case 0: []
    case 1: [Message(one, ["name": voters[0].name])]
    default: [Message(several, ["count": "\(voters.count)", "names": voters.map(\.name).joined(separator: ", ")])]
    }
  }
}
