/// All tables of a party together: who stands where, what is on, who may what. `decide` turns a request into events without
/// changing anything; `apply` is the only way the floor changes; so the same events always make the same floor.
package struct Floor: Hashable, Sendable {
  package let setup: FloorSetup
  package private(set) var doors = Doors.closed
  package private(set) var hasEnded = false
  package private(set) var people: [ParticipantID: Participant]
  package private(set) var tables: [TableID: FloorTable] = [:]

  package init(_ setup: FloorSetup) {
    self.setup = setup
    people = Dictionary(setup.people.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Takes over what happened.
  package mutating func apply(_ event: FloorEvent) {}

  /// What happens when `who` asks for this.
  /// - Throws: `FloorRefusal` when it can't be granted; nothing changes then.
  package func decide(_ request: FloorRequest, by who: ParticipantID, at now: Moment) throws(FloorRefusal)
    -> [FloorEvent]
  {
    []
  }

  /// A socket of `who` opened (true) or their last one closed (false).
  package func connection(of who: ParticipantID, isOpen: Bool, at now: Moment) -> [FloorEvent] { [] }

  /// What the clock brings: warnings, the next part, seats that were kept long enough. `isAway` since when comes from the events.
  package func due(at now: Moment) -> [FloorEvent] { [] }

  /// When `due` has something next; nil for never.
  package var nextDeadline: Moment? { nil }

  /// Whether `viewer` is told of the event, asked on the floor as it stands after it.
  package func isVisible(_ event: FloorEvent, to viewer: ParticipantID) -> Bool { true }

  /// What flows between `who` and the others now.
  package func links(of who: ParticipantID) -> [FloorLink] { [] }

  package func view(of who: ParticipantID) -> FloorView? { nil }
}
