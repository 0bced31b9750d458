extension Floor {
  /// Goes on from a floor that was kept, instead of applying all events again.
  /// - Returns: nil where all events applied to `setup` might make another floor: it has changed in what they have not
  ///   settled themselves.
  package init?(kept: Floor, setup: FloorSetup) {
    guard kept.unsettled(kept.setup) == kept.unsettled(setup) else { return nil }
    self = kept
    self.setup = setup
  }

  /// What of a setup counts still. The programme stands here as soon as it was changed, a profile as soon as somebody has arrived,
  /// and what happens to the guest of honour; all three are written back to where a setup comes from.
  private func unsettled(_ setup: FloorSetup) -> FloorSetup {
    var rest = setup
    // It decides what happens, and has no part in what has happened.
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
