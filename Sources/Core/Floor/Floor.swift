/// All tables of a party together: who stands where, what is going on, who may do what. `decide` turns a request into
/// events without changing anything; `apply` is the only way to change the floor; so the same events always make the
/// same floor.
package struct Floor: Hashable, Sendable, Codable {
  package internal(set) var setup: FloorSetup
  package internal(set) var doors = Doors.closed
  package internal(set) var hasEnded = false
  package internal(set) var people: [ParticipantID: Participant]
  /// The person who may do what the host may; there always is one, connected or not.
  package internal(set) var hosting = ParticipantID.host
  package internal(set) var tables: [TableID: FloorTable] = [:]
  package internal(set) var programme: [Programme.Part]
  /// Nil until the programme starts.
  package internal(set) var clock: ProgrammeClock?
  package internal(set) var stage = Stage()
  package internal(set) var rounds: Rounds?
  /// Nil if there is none.
  package internal(set) var honour: GuestOfHonour?
  /// Two people talking in private; nil when nobody is.
  package internal(set) var backstage: [ParticipantID]?
  /// True while the quiet noise of a bar is playing.
  package internal(set) var hasMurmur = false
  package internal(set) var coasters: [TableID: [CoasterLine]] = [:]
  package internal(set) var promises: [PartyPromise] = []
  package internal(set) var cards: [CardOffer] = []
  package internal(set) var announcements: [Announcement] = []
  var memory = FloorMemory()

  package init(_ setup: FloorSetup) {
    self.setup = setup
    people = Dictionary(setup.people.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    people[.host] = people[.host] ?? Participant(id: .host, profile: .init(name: "", line: "", drink: ""))
    programme = setup.programme.parts
    honour = setup.honour
  }

  /// The events that follow when `who` asks for this.
  /// - Throws: `FloorRefusal` if the request can't be granted; nothing has changed then.
  package func decide(_ request: FloorRequest, by who: ParticipantID, at now: Moment) throws(FloorRefusal)
    -> [FloorEvent]
  {
    try admit(request, by: who)
    var draft = FloorDraft(self, by: who, at: now)
    try draft.grant(request)
    draft.settle()
    return draft.events
  }

  private func admit(_ request: FloorRequest, by who: ParticipantID) throws(FloorRefusal) {
    let presence = people[who]?.presence
    if presence == .removed { throw .removed }
    if hasEnded, request != .leave { throw .ended }
    switch request.need {
    case .nothing: return
    case .presence: if !isPresent(who) { throw .notInside }
    case .inside: if presence != .inside { throw .notInside }
    case .hosting: if !mayHost(who) { throw .notHosting }
    }
  }
}
