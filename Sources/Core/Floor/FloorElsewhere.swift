/// A party held in another system: voices and pictures are over there, everything else happens here at one long table.
extension FloorDraft {
  mutating func seatElsewhere(_ guest: ParticipantID) {
    guard floor.setup.isElsewhere,
      let table = floor.tables.keys.sorted().first(where: { floor.freeSeat(at: $0) != nil })
    else { return }
    stand(guest, at: table)
  }

  /// The number of places at a new table.
  var tableLimit: Int {
    floor.setup.isElsewhere ? FloorRules.longTable : min(max(floor.setup.tableLimit, 2), 6)
  }

  /// All who have sound on hear it, each as loud as they like.
  mutating func setMurmur(_ isOn: Bool) {
    if floor.hasMurmur != isOn { happen(.murmur(isOn: isOn)) }
  }
}

extension FloorSetup {
  package var isElsewhere: Bool { !meeting.isEmpty }
}

extension Floor {
  /// The link to the meeting, for people who were let in; nil where the evening is held here.
  package func meeting(for who: ParticipantID) -> String? {
    setup.isElsewhere && isInRoom(who) && !hasEnded ? setup.meeting : nil
  }
}
