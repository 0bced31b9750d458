extension Floor {
  /// Resumes from a stored floor instead of applying all events again.
  /// - Returns: nil if applying all events to `setup` might make another floor, because it changed in something the
  ///   events have not settled.
  package init?(kept: Floor, setup: FloorSetup) {
    guard kept.unsettled(kept.setup) == kept.unsettled(setup) else { return nil }
    self = kept
    self.setup = setup
  }

  /// The portion of a setup that still matters. The floor takes over the programme as soon as it is changed, a profile
  /// as soon as the person arrives, and the guest of honour's progress; all three are written back to the source of the
  /// setup.
  private func unsettled(_ setup: FloorSetup) -> FloorSetup {
    var rest = setup
    // It decides what happens next and has no part in what has happened.
    rest.apart = ApartPairs()
    if setup.programme.parts == programme { rest.programme = Programme(parts: []) }
    let arrived = Set(memory.arrivals)
    rest.people = setup.people.map { one in
      arrived.contains(one.id) ? Participant(id: one.id, profile: .init(name: "", line: "", drink: "")) : one
    }
    if let slot = honour?.slot, setup.honour?.slot == slot { rest.honour?.progress = .init(lateMinutes: 0) }
    return rest
  }
}
