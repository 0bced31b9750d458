import TestKit

@testable import Core

/// An evening with everybody's page beside it.
struct RandomEvening {
  private(set) var evening: Evening
  var problems: [String] = []
  var requests: RandomRequests
  private var pages: [ParticipantID: Page] = [:]
  private let isChecked: Bool

  /// A page, connected or not, with everything it was told.
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
    var parts = Evening.parts.map { part in
      Programme.Part(kind: part.kind, minutes: Int.random(in: 1...4, using: &dice))
    }
    let honour = GuestOfHonour.inEvening(g(guests), begins: Int.random(in: 0...10, using: &dice), seed: seed)
    if honour != nil { parts.insert(.init(kind: .guestOfHonour, minutes: 5), at: 3) }
    evening = Evening(
      guests: guests, limit: Int.random(in: 2...6, using: &dice),
      topics: ["Trust", "Trains", "Tea"].dropLast(guests % 3),
      parts: parts, leaving: leaving, honour: honour)
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

  /// Every page that has read all its messages shows the floor as it is.
  mutating func checkPages() {
    for (who, page) in pages where page.missed.isEmpty { check(page.fold.view, of: who) }
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
      && (view.whispers ?? []).allSatisfy { $0.from == who || $0.to == who }
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
