/// A party that is held in another system: voices and pictures are there, and all else goes on here, at one long table.
extension FloorDraft {
  mutating func seatElsewhere(_ guest: ParticipantID) {
    guard floor.setup.isElsewhere,
      let table = floor.tables.keys.sorted().first(where: { floor.freeSeat(at: $0) != nil })
    else { return }
    stand(guest, at: table)
  }

  /// How many find room at a new table.
  var tableLimit: Int {
    floor.setup.isElsewhere ? FloorRules.longTable : min(max(floor.setup.tableLimit, 2), 6)
  }

  /// Heard by all who listen, each as loud as they like.
  mutating func setMurmur(_ isOn: Bool) {
    if floor.hasMurmur != isOn { happen(.murmur(isOn: isOn)) }
  }
}

extension FloorSetup {
  package var isElsewhere: Bool { !meeting.isEmpty }
}

extension Floor {
  /// The way to the meeting, for those who were let in; nil where the evening is held here.
  package func meeting(for who: ParticipantID) -> String? {
    setup.isElsewhere && isInRoom(who) && !hasEnded ? setup.meeting : nil
  }
}
