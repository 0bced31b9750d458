/// A fault in a schedule, whatever its worth.
package enum ScheduleFault: Sendable, Hashable {
  case rounds(Int)
  case sitsTwice(round: Int)
  case seatedAreNotPresent(round: Int)
  case tableSizes(round: Int)
  case forbidden(GuestPair)

  package static func all(in schedule: [Seating], _ instance: RotationInstance) -> [ScheduleFault] {
    guard schedule.count == instance.rounds else { return [.rounds(schedule.count)] }
    return schedule.indices.flatMap { faults(in: schedule[$0], round: $0, instance) } + forbidden(schedule, instance)
  }

  private static func faults(in seating: Seating, round: Int, _ instance: RotationInstance) -> [ScheduleFault] {
    let seated = seating.flatMap { $0 }
    var faults: [ScheduleFault] = []
    if Set(seated).count < seated.count { faults.append(.sitsTwice(round: round)) }
    if Set(seated) != Set(instance.present(in: round)) { faults.append(.seatedAreNotPresent(round: round)) }
    if seating.map(\.count).sorted() != instance.tableSizes[round].sorted() { faults.append(.tableSizes(round: round)) }
    return faults
  }

  private static func forbidden(_ schedule: [Seating], _ instance: RotationInstance) -> [ScheduleFault] {
    let tables = schedule.flatMap { $0 }.map(Set.init)
    return instance.apart.sorted()
      .filter { pair in tables.contains { $0.contains(pair.low) && $0.contains(pair.high) } }
      .map(ScheduleFault.forbidden)
  }
}
