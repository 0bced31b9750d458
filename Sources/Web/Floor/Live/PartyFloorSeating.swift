import Core

/// Rounds of mingling.
extension PartyFloor {
  /// Who stands with whom in the next round: all who are inside, shifted by one table for every second of them.
  func nextSeating() -> [[ParticipantID]] {
    let people = planned.inside.filter { planned.people[$0]?.isStaying == false }
    let size = max(2, planned.setup.tableLimit)
    let count = max(1, (people.count + size - 1) / size)
    var tables = Array(repeating: [ParticipantID](), count: count)
    let round = planned.rounds?.current ?? 0
    for (place, who) in people.enumerated() { tables[(place + round * (place / count)) % count].append(who) }
    return tables
  }
}
