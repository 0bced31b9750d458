@testable import Core

/// The state a page derives from a view and the changes after it: the rules of docs/protocol.md, written a second time.
struct ViewerFold {
  private(set) var view: FloorView

  init(_ view: FloorView) { self.view = view }

  private var me: Participant? { view.people.first { $0.id == view.you } }

  /// Applies the `table` message that follows one's own move.
  mutating func read(_ table: TableID, coaster: [CoasterLine], talk: [Saying], knocking: [ParticipantID]) {
    view.coaster = coaster
    view.talk = talk
    atTable(table) { $0.knocking = knocking }
  }

  mutating func apply(_ event: FloorEvent) {
    switch event {
    case .doors, .arrived, .changed, .mode, .asked, .entered, .away, .back, .left, .removed, .hosting, .hand, .moved,
      .staying, .muted, .pausing:
      applyToPeople(event)
    case .tableOpened, .tableClosed, .topic, .privacy, .knocked, .knockEnded, .said, .coaster: applyToTables(event)
    case .promised, .cardOffered, .cardWithdrawn, .cardLaidAside, .cardTaken, .whispered, .hushed:
      applyToPapers(event)
    default: applyToProgramme(event)
    }
  }

  private mutating func applyToPeople(_ event: FloorEvent) {
    switch event {
    case .doors(let state): view.doors = state
    case .arrived(let who, let profile, let mode, let leavesAt):
      if !view.people.contains(where: { $0.id == who }) { view.people.append(Participant(id: who, profile: profile)) }
      of(who) {
        $0.presence = .lobby
        ($0.profile, $0.mode, $0.isMuted, $0.leavesAt) = (profile, mode, false, leavesAt)
        $0.pausedSince = nil
      }
    case .changed(let who, let profile): of(who) { $0.profile = profile }
    case .mode(let who, let mode, let muted): of(who) { ($0.mode, $0.isMuted) = (mode, muted) }
    case .asked(let who): of(who) { $0.presence = .waiting }
    case .entered(let who), .back(let who): of(who) { $0.presence = .inside }
    case .away(let who): of(who) { $0.presence = .away }
    case .left(let who): depart(who, .left)
    case .removed(let who, _): depart(who, .removed)
    case .hosting(let who, _):
      for place in view.people.indices { view.people[place].isHosting = view.people[place].id == who }
    case .hand(let who, let since): of(who) { $0.handUpSince = since }
    case .muted(let who, _): of(who) { $0.isMuted = true }
    case .pausing(let who, let since): of(who) { $0.pausedSince = since }
    case .moved(let who, let table, let seat): move(who, table, seat)
    case .staying(let who, let isStaying): of(who) { $0.isStaying = isStaying }
    default: break
    }
  }

  private mutating func applyToTables(_ event: FloorEvent) {
    switch event {
    case .tableOpened(let table, let topic, let limit):
      view.tables.append(FloorTable(id: table, topic: topic, limit: limit))
    case .tableClosed(let table): view.tables.removeAll { $0.id == table }
    case .topic(let table, let topic, _): atTable(table) { $0.topic = topic }
    case .privacy(let table, let isPrivate, _): atTable(table) { $0.isPrivate = isPrivate }
    case .knocked(let who, let table): atTable(table) { $0.knocking.append(who) }
    case .knockEnded(let who, let table, _): atTable(table) { $0.knocking.removeAll { $0 == who } }
    case .said(let saying): view.talk.append(saying)
    case .coaster(let line):
      if let place = view.coaster.firstIndex(where: { $0.id == line.id }) {
        view.coaster[place] = line
      } else {
        view.coaster.append(line)
      }
    default: break
    }
  }

  private mutating func applyToPapers(_ event: FloorEvent) {
    switch event {
    case .promised(let promise): view.promises.append(promise)
    case .whispered(let whisper): view.whispers = (view.whispers ?? []) + [whisper]
    case .hushed(_, let hush): view.hush = hush
    case .cardOffered(let from, let to): view.cards.append(CardOffer(from: from, to: to))
    case .cardWithdrawn(let from, let to), .cardLaidAside(let from, let to):
      view.cards.removeAll { $0.from == from && $0.to == to }
    case .cardTaken(let from, let to):
      view.cards.removeAll { ($0.from, $0.to) == (from, to) || ($0.from, $0.to) == (to, from) }
      view.cards.append(CardOffer(from: from, to: to, isTaken: true))
    default: break
    }
  }

  private mutating func applyToProgramme(_ event: FloorEvent) {
    switch event {
    case .programme(let parts): view.programme = parts
    case .part(let clock):
      let glass = view.stage.glass
      (view.clock, view.stage) = (clock, Stage())
      view.stage.glass = glass
      for place in view.people.indices { view.people[place].hasSpoken = false }
    case .warned(let endsAt): if view.clock?.endsAt == endsAt { view.clock?.isWarned = true }
    case .extended(let endsAt, _):
      view.clock?.endsAt = endsAt
      view.clock?.isWarned = false
    case .held(let since, let endsAt):
      view.clock?.heldSince = since
      view.clock?.endsAt = endsAt
    case .speakers(let queue):
      view.stage.queue = queue
      view.stage.offered.removeAll(where: queue.contains)
    case .speaker(let who, let until):
      (view.stage.speaker, view.stage.until) = (who, until)
      if let who {
        dropFromQueue(who)
        of(who) { $0.hasSpoken = true }
      }
    case .wordOffered(let who): view.stage.offered.append(who)
    case .wordPassed(let who): dropFromQueue(who)
    case .glass(let who): view.stage.glass = who
    case .announced(let text, _, _): view.announcements.append(text)
    case .rounds(let rounds): view.rounds = rounds
    case .honour(let progress): view.honour?.progress = progress
    case .backstage(let both): view.backstage = both.isEmpty ? nil : both
    case .murmur(let isOn): view.hasMurmur = isOn ? true : nil
    case .ended: view.hasEnded = true
    default: break
    }
  }

  private mutating func dropFromQueue(_ who: ParticipantID) {
    view.stage.queue.removeAll { $0 == who }
    view.stage.offered.removeAll { $0 == who }
  }

  private mutating func depart(_ who: ParticipantID, _ presence: Participant.Presence) {
    move(who, nil, nil)
    of(who) { ($0.presence, $0.handUpSince, $0.isStaying, $0.pausedSince) = (presence, nil, false, nil) }
  }

  /// Somebody who leaves a table no longer sees the things on it, nor who knocks.
  private mutating func move(_ who: ParticipantID, _ table: TableID?, _ seat: Int?) {
    if who == view.you, let mine = me?.table {
      (view.coaster, view.talk) = ([], [])
      atTable(mine) { $0.knocking = [] }
    }
    of(who) {
      $0.previousTable = $0.table ?? $0.previousTable
      ($0.table, $0.seat) = (table, seat)
    }
  }

  private mutating func of(_ who: ParticipantID, _ change: (inout Participant) -> Void) {
    if let place = view.people.firstIndex(where: { $0.id == who }) { change(&view.people[place]) }
  }

  private mutating func atTable(_ table: TableID, _ change: (inout FloorTable) -> Void) {
    if let place = view.tables.firstIndex(where: { $0.id == table }) { change(&view.tables[place]) }
  }
}
