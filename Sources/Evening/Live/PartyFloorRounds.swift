import Core
import House

/// The next round: from the plan for all rounds as long as everybody it was made for is there, otherwise planned
/// afresh.
extension PartyFloor {
  func beginRound(at now: Moment) async throws {
    guard let rounds = planned.rounds else { return }
    if rounds.current == 0 { wholePlan = makeWholePlan(rounds: rounds.count) }
    let ofPlan = wholePlan.flatMap { seating(of: $0, round: rounds.current) }
    if ofPlan == nil { wholePlan = nil }
    let next = ofPlan ?? nextSeating()
    try await record(planned.roundEvents(seating: next, isWhole: ofPlan != nil, at: now))
  }

  private func makeWholePlan(rounds: Int) -> WholePlan? {
    let (present, tables) = standing
    return WholePlan(
      seatingPlanner(present), present: present.map(\.rawValue), tables: tables, tableLimit: planned.setup.tableLimit,
      history: met(among: present), rounds: rounds, seed: services.random().0)
  }

  /// Nil if the evening has changed since, or somebody keeps their place.
  private func seating(of plan: WholePlan, round: Int) -> [[ParticipantID]]? {
    let (present, tables) = standing
    guard !present.contains(where: { planned.people[$0]?.isStaying == true }) else { return nil }
    return plan.seating(
      round: round, present: present.map(\.rawValue), tables: tables, tableLimit: planned.setup.tableLimit)?
      .map { $0.map { ParticipantID($0) } }
  }
}
