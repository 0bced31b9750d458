/// The check that an instance can be worked with at all.
struct InstanceCheck {
  private let instance: RotationInstance

  init(_ instance: RotationInstance) {
    self.instance = instance
  }

  func run() throws(InstanceProblem) {
    try Self.demandGuests(instance.guestCount)
    guard 1...200 ~= instance.rounds else { throw InstanceProblem("sizes", "must be given for 1 to 200 rounds") }
    try checkPresence()
    for round in 0..<instance.rounds { try checkTables(round) }
    try checkPairs(instance.apart, "forbid")
    try checkPairs(instance.must, "must")
    try checkPairs(instance.worths.keys, "weights")
    guard instance.worths.values.allSatisfy({ 0...1000 ~= $0 }) else {
      throw InstanceProblem("weights", "must be worths of 0 to 1000")
    }
    guard 0...1000 ~= instance.defaultWorth else { throw InstanceProblem("default", "must be a worth of 0 to 1000") }
  }

  /// To be called before anything is allocated for each guest.
  static func demandGuests(_ count: Int) throws(InstanceProblem) {
    guard 1...1000 ~= count else { throw InstanceProblem("n", "must be 1 to 1000 guests") }
  }

  private func checkPresence() throws(InstanceProblem) {
    guard instance.presence.count == instance.guestCount else {
      throw InstanceProblem("present", "must list the rounds of all \(instance.guestCount) guests")
    }
    for (guest, rounds) in instance.presence.enumerated() {
      guard let wrong = rounds.filter({ !instance.tableSizes.indices.contains($0) }).min() else { continue }
      throw InstanceProblem("present[\(guest)]", "there is no round \(wrong), rounds are 0 to \(instance.rounds - 1)")
    }
  }

  private func checkTables(_ round: Int) throws(InstanceProblem) {
    let sizes = instance.tableSizes[round]
    guard sizes.allSatisfy({ 1...100 ~= $0 }) else {
      throw InstanceProblem("sizes[\(round)]", "a table has 1 to 100 seats")
    }
    let guests = instance.present(in: round).count
    let seats = sizes.reduce(0, +)
    guard seats == guests else {
      throw InstanceProblem("sizes[\(round)]", "\(seats) seats for \(guests) guests who are there")
    }
  }

  private func checkPairs(_ pairs: some Sequence<GuestPair>, _ field: String) throws(InstanceProblem) {
    for pair in pairs where pair.low < 0 || pair.high >= instance.guestCount || pair.low == pair.high {
      throw InstanceProblem(field, "\(pair.low) and \(pair.high) are not two guests of 0 to \(instance.guestCount - 1)")
    }
  }
}
