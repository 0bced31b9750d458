import Testing

@testable import Core

/// Plays random evenings, with lost connections and restarts at any moment, and checks after each event what must always hold.
@Suite("Random evenings")
struct FloorPropertyTests {
  @Test("Whatever people ask and whatever breaks, the floor keeps its promises", arguments: UInt64(1)...40)
  func evenings(seed: UInt64) throws {
    var evening = RandomEvening(seed: seed)
    for step in 0..<300 {
      evening.step()
      evening.checkSettled()
      #expect(evening.problems.isEmpty, "seed \(seed), step \(step): \(evening.problems)")
      if !evening.problems.isEmpty { return }
    }
    #expect(evening.evening.replayed == evening.evening.floor, "seed \(seed)")
  }

  @Test("Random evenings reach what they are to try")
  func reach() {
    var seen: [String: Int] = [:]
    for seed in UInt64(101)...130 {
      var evening = RandomEvening(seed: seed, isChecked: false)
      for _ in 0..<300 { evening.step() }
      for (event, _) in evening.evening.log { seen[Self.name(of: event), default: 0] += 1 }
    }
    #expect(seen.count == 40, "\(seen.keys.sorted())")
    #expect(seen.filter { $0.value < 3 } == [:])
  }

  private static func name(of event: FloorEvent) -> String { String("\(event)".prefix { $0 != "(" }) }
}

/// An evening with everybody's page beside it.
struct RandomEvening {
  private(set) var evening: Evening
  private(set) var problems: [String] = []
  private var requests: RandomRequests
  private var pages: [ParticipantID: Page] = [:]
  private let isChecked: Bool

  /// A page, connected or not, with what it was told.
  private struct Page {
    var fold: ViewerFold
    var isOpen = true
    /// Visible events it has not been sent yet.
    var missed: [FloorEvent] = []
  }

  init(seed: UInt64, isChecked: Bool = true) {
    self.isChecked = isChecked
    var dice = SeededGenerator(seed: seed)
    let guests = Int.random(in: 1...14, using: &dice)
    let leaving = Dictionary(uniqueKeysWithValues: (1...guests).filter { $0 % 3 == 0 }.map { ($0, $0 * 2) })
    let parts = Evening.parts.map { part in
      Programme.Part(kind: part.kind, minutes: Int.random(in: 1...4, using: &dice))
    }
    evening = Evening(
      guests: guests, limit: Int.random(in: 2...6, using: &dice),
      topics: ["Trust", "Trains", "Tea"].dropLast(guests % 3),
      parts: parts, leaving: leaving)
    requests = RandomRequests(dice: dice, people: [.host] + (1...guests).map(g))
    for who in requests.people { open(who) }
    ask(.host, .doors(state: requests.chance(in: 3) ? .knock : .open))
  }

  mutating func step() {
    let who = requests.chance(in: 4) ? evening.floor.hosting : requests.somebody()
    switch requests.number(0...19) {
    case 0: drop(who)
    case 1, 2: for who in requests.people where requests.chance(in: 2) { open(who) }
    case 3: if requests.chance(in: 6) { restart() } else { pass(requests.number(1...70)) }
    case 4: pass(requests.number(1...10))
    case 5: seat()
    default:
      if pages[who]?.isOpen == false { open(who) }
      ask(who, requests.next(on: evening.floor, by: who))
    }
  }

  private mutating func ask(_ who: ParticipantID, _ request: FloorRequest) {
    let events = try? evening.floor.decide(request, by: who, at: evening.now)
    happen(events ?? [])
  }

  private mutating func open(_ who: ParticipantID) {
    if pages[who] == nil { pages[who] = evening.floor.view(of: who).map { Page(fold: ViewerFold($0)) } }
    pages[who]?.isOpen = true
    catchUp(who)
    happen(evening.floor.connection(of: who, isOpen: true, at: evening.now))
  }

  private mutating func drop(_ who: ParticipantID) {
    pages[who]?.isOpen = false
    happen(evening.floor.connection(of: who, isOpen: false, at: evening.now))
  }

  private mutating func restart() {
    for who in pages.keys { pages[who]?.isOpen = false }
    let replayed = evening.replayed
    if replayed != evening.floor { problems.append("a restart makes another floor") }
    happen(replayed.restarted(at: evening.now))
  }

  private mutating func pass(_ seconds: Int) {
    let end = evening.now.adding(seconds: seconds)
    while let deadline = evening.floor.nextDeadline, deadline <= end {
      evening.wait(until: deadline)
      let due = evening.floor.due(at: evening.now)
      if due.isEmpty { return problems.append("woken for nothing at \(deadline)") }
      happen(due)
    }
    evening.wait(until: end)
  }

  private mutating func seat() {
    guard evening.floor.needsSeating else { return }
    let people = requests.people.filter(evening.floor.isInside).shuffled(using: &requests.dice)
    let size = requests.number(1...7)
    happen(
      evening.floor.roundEvents(
        seating: stride(from: 0, to: people.count, by: size).map { Array(people[$0..<min($0 + size, people.count)]) },
        at: evening.now))
  }

  private mutating func happen(_ events: [FloorEvent]) {
    for event in events {
      let before = evening.floor
      evening.happen([event])
      guard isChecked else { continue }
      deliver(event)
      checkFloor(after: event, before: before)
      checkHearing(event, before: before)
      let who = evening.floor.memory.arrivals.randomElement(using: &requests.dice) ?? .host
      if let page = pages[who], page.missed.isEmpty { check(page.fold.view, of: who) }
    }
  }
}

/// Pages.
extension RandomEvening {
  private mutating func deliver(_ event: FloorEvent) {
    for who in pages.keys where evening.floor.isVisible(event, to: who) {
      pages[who]?.missed.append(event)
      if pages[who]?.isOpen == true { catchUp(who) }
    }
  }

  private mutating func catchUp(_ who: ParticipantID) {
    guard var page = pages[who] else { return }
    var hasMoved = false
    for event in page.missed {
      page.fold.apply(event)
      if case .moved(who, _?, _) = event { hasMoved = true }
    }
    page.missed = []
    if hasMoved, let view = evening.floor.view(of: who), let table = evening.floor.people[who]?.table {
      let knocking = view.tables.first { $0.id == table }?.knocking ?? []
      page.fold.read(table, coaster: view.coaster, talk: view.talk, knocking: knocking)
    }
    pages[who] = page
  }

  private mutating func check(_ page: FloorView, of who: ParticipantID) {
    guard let view = evening.floor.view(of: who) else { return }
    if sorted(page) != sorted(view) {
      problems.append("\(who.rawValue) sees \(sorted(page)), the floor is \(sorted(view))")
    }
    let table = evening.floor.people[who]?.table
    let isDiscreet =
      view.coaster.allSatisfy { $0.table == table } && view.talk.allSatisfy { $0.heardBy.contains(who) }
      && view.promises.allSatisfy { $0.from == who || $0.to.contains(who) }
      && view.cards.allSatisfy { $0.from == who || $0.to == who }
      && view.tables.allSatisfy { $0.id == table || $0.knocking.allSatisfy { $0 == who } }
      && (who == .host || view.people.allSatisfy { $0.presence != .expected || $0.id == who })
    if !isDiscreet { problems.append("\(who.rawValue) sees what isn't for them") }
  }

  private func sorted(_ view: FloorView) -> FloorView {
    var view = view
    view.people.sort { $0.id < $1.id }
    view.tables.sort { $0.id < $1.id }
    view.cards.sort { ($0.from, $0.to) < ($1.from, $1.to) }
    return view
  }
}

/// What always holds.
extension RandomEvening {
  private mutating func checkFloor(after event: FloorEvent, before: Floor) {
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
    problems += wrong.map { "\($0) after \(event)" }
  }

  /// Texts and papers reach those at the table, and nobody else.
  private mutating func checkHearing(_ event: FloorEvent, before: Floor) {
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
    for (who, page) in pages where page.missed.isEmpty { check(page.fold.view, of: who) }
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
        if !floor.isInside(who) || !floor.isInside(link.peer) { problems.append("linked with one who isn't here") }
        let isTogether = floor.people[who]?.table != nil && floor.people[who]?.table == floor.people[link.peer]?.table
        let isForAll = floor.stage.glass != nil || floor.part?.kind.isOnStage == true
        if !isTogether, !isForAll { problems.append("\(who) overhears \(link.peer)") }
      }
    }
  }
}
