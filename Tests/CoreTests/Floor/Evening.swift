import Testing

@testable import Core

/// An evening played on a floor, with everything that happened and when.
struct Evening {
  private(set) var floor: Floor
  private(set) var now: Moment
  private(set) var log: [(event: FloorEvent, at: Moment)] = []
  let setup: FloorSetup

  static let start = Moment(milliseconds: 1_796_151_600_000)

  /// `host` and guests `g1`, `g2`, …
  init(
    guests: Int, limit: Int = 4, topics: [String] = [], parts: [Programme.Part] = Self.parts, leaving: [Int: Int] = [:],
    honour: GuestOfHonour? = nil
  ) {
    let people = (0...guests).map { number in
      Participant(
        id: number == 0 ? .host : ParticipantID("g\(number)"),
        profile: .init(name: "Guest \(number)", line: "", drink: "Water"),
        leavesAt: leaving[number].map { Self.start.adding(seconds: $0 * 60) })
    }
    self.init(
      FloorSetup(
        tableLimit: limit, topics: topics, programme: Programme(parts: parts), people: people, honour: honour,
        start: Self.start))
  }

  init(_ setup: FloorSetup) {
    self.setup = setup
    floor = Floor(setup)
    now = Self.start
  }

  static let parts = [
    Programme.Part(kind: .arrivals, minutes: 5), .init(kind: .introductions, minutes: 10),
    .init(kind: .question, minutes: 10), .init(kind: .mingling, minutes: 30), .init(kind: .close, minutes: 5),
  ]

  @discardableResult
  mutating func ask(_ who: ParticipantID, _ request: FloorRequest) throws(FloorRefusal) -> [FloorEvent] {
    happen(try floor.decide(request, by: who, at: now))
  }

  /// Runs the clock, waking the floor whenever it wants to be woken.
  @discardableResult
  mutating func pass(_ seconds: Int) -> [FloorEvent] {
    let end = now.adding(seconds: seconds)
    var events: [FloorEvent] = []
    while let deadline = floor.nextDeadline, deadline <= end {
      now = max(now, deadline)
      let due = happen(floor.due(at: now))
      guard !due.isEmpty else { break }
      events += due
    }
    now = end
    return events
  }

  mutating func wait(until moment: Moment) { now = max(now, moment) }

  @discardableResult
  mutating func drop(_ who: ParticipantID) -> [FloorEvent] {
    happen(floor.connection(of: who, isOpen: false, at: now))
  }

  @discardableResult
  mutating func resume(_ who: ParticipantID) -> [FloorEvent] {
    happen(floor.connection(of: who, isOpen: true, at: now))
  }

  @discardableResult
  mutating func seat(_ seating: [[ParticipantID]]) -> [FloorEvent] {
    happen(floor.roundEvents(seating: seating, at: now))
  }

  /// The server restarts after so many seconds, knowing only what was stored.
  @discardableResult
  mutating func restart(after seconds: Int = 2) -> [FloorEvent] {
    now = now.adding(seconds: seconds)
    floor = replayed
    return happen(floor.restarted(at: now))
  }

  var replayed: Floor {
    var floor = Floor(setup)
    for (event, moment) in log { floor.apply(event, at: moment) }
    return floor
  }

  @discardableResult
  mutating func happen(_ events: [FloorEvent]) -> [FloorEvent] {
    for event in events {
      floor.apply(event, at: now)
      log.append((event, now))
    }
    return events
  }
}

/// Shorthand for scenes.
extension Evening {
  /// Doors open, with the host and so many guests inside.
  static func running(_ guests: Int, limit: Int = 4, topics: [String] = [], leaving: [Int: Int] = [:]) throws -> Evening
  {
    var evening = Evening(guests: guests, limit: limit, topics: topics, leaving: leaving)
    try evening.ask(.host, .doors(state: .open))
    for number in 0...guests { try evening.comeIn(number == 0 ? .host : g(number)) }
    return evening
  }

  mutating func comeIn(_ who: ParticipantID, mode: Participant.Mode = .camera) throws {
    try arrive(who, mode: mode)
    try ask(who, .enter)
  }

  mutating func arrive(_ who: ParticipantID, mode: Participant.Mode = .camera) throws {
    let profile = floor.people[who]?.profile ?? .init(name: "Somebody", line: "", drink: "")
    try ask(who, .arrive(profile: profile, mode: mode))
  }

  mutating func gather(_ people: ParticipantID..., at table: TableID) throws {
    for who in people { try ask(who, .move(table: table)) }
  }

  func company(_ table: TableID) -> [ParticipantID] { floor.company(at: table).map(\.id) }

  func person(_ who: ParticipantID) throws -> Participant { try #require(floor.people[who]) }
}

func g(_ number: Int) -> ParticipantID { ParticipantID("g\(number)") }

func t(_ number: Int) -> TableID { TableID(number: number) }
