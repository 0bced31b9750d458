@testable import Core

/// The invariants.
extension RandomEvening {
  mutating func checkFloor(after event: FloorEvent, before: Floor) {
    let floor = evening.floor
    var wrong: [String] = []
    for (table, standing) in Dictionary(grouping: floor.people.values.filter { $0.table != nil }, by: \.table) {
      guard let table, let limit = floor.tables[table]?.limit else {
        return problems.append("a table that isn't there")
      }
      let seats = standing.compactMap(\.seat)
      if standing.count > limit { wrong.append("\(table) is over its limit") }
      if Set(seats).count != standing.count || !seats.allSatisfy((0..<limit).contains) {
        wrong.append("seats at \(table)")
      }
    }
    for (who, person) in floor.people {
      let old = before.people[who]
      if person.table != nil, !person.isInRoom { wrong.append("\(who) stands at a table outside") }
      if person.table == old?.table, person.seat != old?.seat { wrong.append("\(who) changed the seat") }
      if old?.presence == .removed, person.presence != .removed { wrong.append("\(who) came back") }
      if person.isHosting != (who == floor.hosting) { wrong.append("\(who) hosts or doesn't") }
      if person.table != old?.table, case .moved(who, _, _) = event {
      } else if person.table != old?.table {
        if person.isInRoom { wrong.append("\(who) was moved by \(event)") }
      }
    }
    if floor.tables.count > FloorRules.tables { wrong.append("too many tables") }
    if let honour = floor.honour, let old = before.honour {
      let since = old.slot.arrivedAt
      if since != nil, honour.slot.arrivedAt != since { wrong.append("the guest of honour came twice") }
      if honour.asked < old.asked || honour.asked > honour.questions.count { wrong.append("questions asked") }
      if honour.slot.arrivedAt == nil, floor.isInRoom(honour.who), case .honour = event { wrong.append("here unseen") }
    }
    problems += wrong.map { "\($0) after \(event)" }
  }

  /// Texts and papers reach the people at the table, and nobody else.
  mutating func checkHearing(_ event: FloorEvent, before: Floor) {
    let told = Set(evening.floor.people.keys.filter { evening.floor.isVisible(event, to: $0) })
    let meant: [ParticipantID]?
    switch event {
    case .said(let saying): meant = standing(with: saying.who)
    case .coaster(let line): meant = standing(with: line.author)
    case .promised(let promise):
      meant = [promise.from] + promise.to
      if !Set(promise.to).isSubset(of: standing(with: promise.from)) { problems.append("promised to the absent") }
    case .cardTaken(let from, let to): meant = [from, to]
    case .cardLaidAside(_, let to): meant = [to]
    case .whispered(let whisper):
      meant = [whisper.from, whisper.to]
      if before.hush(of: whisper.to).covers(whisper.from) { problems.append("whispered to who wants none") }
    case .hushed(let who, _): meant = [who]
    default: meant = nil
    }
    if let meant, Set(meant) != told { problems.append("\(told) were told of \(event)") }
  }

  private func standing(with who: ParticipantID) -> [ParticipantID] {
    guard let table = evening.floor.people[who]?.table else { return [] }
    return evening.floor.people.keys.filter { evening.floor.people[$0]?.table == table }
  }

  mutating func checkSettled() {
    let floor = evening.floor
    var again = FloorDraft(floor, by: .host, at: evening.now)
    again.settle()
    if !again.events.isEmpty { problems.append("not settled: \(again.events)") }
    let hasFree = floor.tables.values.contains { floor.isEmpty($0.id) && !$0.isPrivate }
    if !floor.hasEnded, !floor.inside.isEmpty, !hasFree, floor.tables.count < FloorRules.tables {
      problems.append("no free table")
    }
    if let host = floor.people[floor.hosting], host.id != .host, !host.isInRoom { problems.append("a host outside") }
    checkLinks()
  }

  private mutating func checkLinks() {
    let floor = evening.floor
    let links = Dictionary(uniqueKeysWithValues: floor.people.keys.map { ($0, floor.links(of: $0)) })
    for (who, mine) in links {
      if Set(mine.map(\.peer)).count != mine.count { problems.append("\(who) is linked twice") }
      for link in mine {
        guard let other = links[link.peer]?.first(where: { $0.peer == who }) else {
          return problems.append("half a link")
        }
        let fits =
          link.sendsAudio == other.receivesAudio && link.sendsVideo == other.receivesVideo
          && other.sendsAudio == link.receivesAudio && other.sendsVideo == link.receivesVideo
          && link.isPolite != other.isPolite
        if !fits { problems.append("\(who) and \(link.peer) disagree") }
        if link.sendsAudio, floor.people[who]?.isMuted == true { problems.append("a muted voice") }
        if link.sendsAudio || link.sendsVideo, floor.people[who]?.pausedSince != nil {
          problems.append("who is away for a minute is heard")
        }
        if floor.isBackstage(who) || floor.isBackstage(link.peer) {
          if floor.backstage.map(Set.init) != [who, link.peer] { problems.append("a word in private is overheard") }
          continue
        }
        if !floor.isInRoom(who) || !floor.isInRoom(link.peer) { problems.append("linked with one who isn't here") }
        let isTogether = floor.people[who]?.table != nil && floor.people[who]?.table == floor.people[link.peer]?.table
        let isForAll = floor.stage.glass != nil || floor.isOnStage
        if !isTogether, !isForAll { problems.append("\(who) overhears \(link.peer)") }
      }
    }
  }
}
