import Core
import Evening
import House
import Records

extension FloorEntrance {
  /// - Parameter back: the page they came from.
  package func facts(socket: Path, back: Path, in zones: Zones) -> RoomFacts {
    RoomFacts(
      you: who, topic: party.substance.topic, question: party.substance.question, hostName: host.name,
      start: party.start, zones: [guest?.guest.zone ?? "", party.zone], socket: socket,
      back: back, profile: guest?.floorProfile ?? host.floorProfile, leavesAt: guest?.leavesAt(party, in: zones),
      opensItself: party.opensItself, isElsewhere: isElsewhere)
  }
}

extension RoomFacts {
  /// The facts with what the operator's settings add.
  func with(_ settings: Settings) -> RoomFacts {
    var facts = self
    facts.hasMediaServer = settings.janus != nil
    return facts
  }
}
