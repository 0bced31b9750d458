/// All tables of a party together: who stands where, what is on, who may what. `decide` turns a request into events without
/// changing anything; `apply` is the only way the floor changes; so the same events always make the same floor.
package struct Floor: Hashable, Sendable, Codable {
  package internal(set) var setup: FloorSetup
  package internal(set) var doors = Doors.closed
  package internal(set) var hasEnded = false
  package internal(set) var people: [ParticipantID: Participant]
  /// Who does what the host may; always somebody, here or not.
  package internal(set) var hosting = ParticipantID.host
  package internal(set) var tables: [TableID: FloorTable] = [:]
  package internal(set) var programme: [Programme.Part]
  /// Nil until the programme has started.
  package internal(set) var clock: ProgrammeClock?
  package internal(set) var stage = Stage()
  package internal(set) var rounds: Rounds?
  /// Nil where there is none.
  package internal(set) var honour: GuestOfHonour?
  /// Two who talk apart; nil for nobody.
  package internal(set) var backstage: [ParticipantID]?
  /// The quiet noise of a bar is on.
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

  /// What happens when `who` asks for this.
  /// - Throws: `FloorRefusal` when it can't be granted; nothing changes then.
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
