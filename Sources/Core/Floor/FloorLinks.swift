extension Floor {
  /// True when browsers may be given a relay: from a day before the evening, or once the doors are open. Always where
  /// no start is known.
  package func isRelayed(at now: Moment) -> Bool {
    guard !hasEnded else { return false }
    guard let start = setup.start, doors == .closed else { return true }
    return now.adding(seconds: FloorRules.relayLead) >= start
  }

  /// The streams between `who` and the others now: at a table between everybody, otherwise from the person who has
  /// everybody's ear. Somebody in the room whose socket dropped keeps their links: voices travel from page to page, and
  /// go on. A stream they may no longer hear is stopped at the other ends, which are told.
  package func links(of who: ParticipantID) -> [FloorLink] {
    guard !hasEnded, !setup.isElsewhere, isInRoom(who) else { return [] }
    return memory.arrivals.filter { $0 != who && isInRoom($0) }.sorted().compactMap { link(from: who, to: $0) }
  }

  /// None if both directions are impossible. A muted person keeps the link, so that their first word is heard.
  private func link(from who: ParticipantID, to peer: ParticipantID) -> FloorLink? {
    let sends = reaches(who, peer)
    let receives = reaches(peer, who)
    guard sends || receives, let me = people[who], let other = people[peer] else { return nil }
    return FloorLink(
      peer: peer,
      sendsAudio: sends && me.isOpen, sendsVideo: sends && me.isSeen,
      receivesAudio: receives && other.isOpen, receivesVideo: receives && other.isSeen,
      isPolite: who > peer)
  }

  /// Everybody in the room with those whose voices are meant for them, also while these are muted: so that their first word is heard.
  package var hearers: [ParticipantID: [ParticipantID]] {
    guard !hasEnded, !setup.isElsewhere else { return [:] }
    let present = memory.arrivals.filter(isInRoom).sorted()
    return Dictionary(
      uniqueKeysWithValues: present.map { who in (who, present.filter { $0 != who && reaches($0, who) }) })
  }

  private func reaches(_ from: ParticipantID, _ to: ParticipantID) -> Bool {
    guard let mode = people[from]?.mode, mode == .camera || mode == .voice, people[to]?.mode != .text else {
      return false
    }
    if isBackstage(from) || isBackstage(to) { return isBackstage(from) && isBackstage(to) }
    guard let voice else { return areAtSameTable(from, to) }
    if from == voice { return true }
    return stage.glass == nil && from == hosting && (to == voice || !isInside(voice))
  }

  /// The person everybody hears; nil while tables talk. Between two speeches it is whoever hosts, who also stands in
  /// for a speaker whose connection dropped.
  private var voice: ParticipantID? {
    if let glass = stage.glass { return glass }
    guard isOnStage else { return nil }
    return stage.speaker.flatMap { isInRoom($0) ? $0 : nil } ?? hosting
  }
}

extension Participant {
  fileprivate var isOpen: Bool { !isMuted && pausedSince == nil }
  fileprivate var isSeen: Bool { mode == .camera && pausedSince == nil }
}
