import Core
import House
import Records

/// Rounds of mingling: the rotation plans, the floor seats.
extension PartyFloor {
  /// The seating of the next round. People at a private table are left in peace; those who want to stay keep their
  /// place.
  func nextSeating() -> [[ParticipantID]] {
    let open = openTables
    let (present, tables) = standing
    let limit = planned.setup.tableLimit
    var staying: [String: Int] = [:]
    for who in present where planned.people[who]?.isStaying == true {
      if let table = planned.people[who]?.table, let place = open.firstIndex(of: table) {
        staying[who.rawValue] = place
      }
    }
    return seatingPlanner(present).nextSeating(
      present: present.map(\.rawValue), tables: tables, tableLimit: limit,
      history: met(among: present), staying: staying,
      roundsLeft: max(1, (planned.rounds?.count ?? 1) - (planned.rounds?.current ?? 0)), seed: services.random().0
    ).map { $0.map { ParticipantID($0) } }
  }

  private var openTables: [TableID] { planned.tables.values.filter { !$0.isPrivate }.map(\.id).sorted() }

  /// The people to be seated, and the number of tables for them.
  var standing: (present: [ParticipantID], tables: Int) {
    let open = openTables
    let present = planned.inside.filter { planned.people[$0]?.table.map(open.contains) ?? true }
    let limit = planned.setup.tableLimit
    return (present, max(open.count, (present.count + limit - 1) / limit))
  }

  /// For whoever hosts: the pairs who have met, and those who have not.
  package func meetings(_ language: Language) -> Meetings {
    let present = shown.inside.sorted()
    let missing = planner(present).whoHasNotMet(present: present.map(\.rawValue), history: met(among: present))
    let apart = Set(missing)
    let pairs = present.enumerated().flatMap { place, one in
      present[(place + 1)...].filter { !apart.contains(PersonPair(one.rawValue, $0.rawValue)) }.map { [one, $0] }
    }
    return Meetings(people: present, met: pairs, text: sentence(missing, services.phrases(language)))
  }

  /// The host should meet everybody first of all, and so should a guest of honour who goes round; people who know each
  /// other from earlier parties meet last.
  func planner(_ present: [ParticipantID]) -> RoundPlanner {
    var planner = RoundPlanner()
    let first = planned.isHonourAtTables ? planned.honour?.who ?? .host : .host
    planner.must = Set(present.filter { $0 != first }.map { PersonPair(first.rawValue, $0.rawValue) })
    planner.acquainted = Set(planned.setup.acquainted.map { PersonPair($0.a.rawValue, $0.b.rawValue) })
    return planner
  }

  /// Includes the pairs who must not be seated together, of whom nobody is told: the host's table of meetings is
  /// computed without them.
  func seatingPlanner(_ present: [ParticipantID]) -> RoundPlanner {
    var planner = planner(present)
    planner.apart = Set(planned.setup.apart.pairs.map { PersonPair($0.a.rawValue, $0.b.rawValue) })
    planner.must.subtract(planner.apart)
    return planner
  }

  func met(among present: [ParticipantID]) -> [PersonPair: Int] {
    var met: [PersonPair: Int] = [:]
    for (place, one) in present.enumerated() {
      for other in present[(place + 1)...] where planned.haveMet(one, other) {
        met[PersonPair(one.rawValue, other.rawValue)] = 1
      }
    }
    return met
  }

  private func sentence(_ missing: [PersonPair], _ t: Phrases) -> String {
    guard !missing.isEmpty else { return t("met.all") }
    let named = missing.prefix(3).map { t("met.pair", ["one": name($0.first), "other": name($0.second)]) }
    let rest = missing.count - named.count
    return t("met.missing", ["pairs": t.list(rest > 0 ? named + [t.count("met.more", rest)] : named)])
  }

  private func name(_ id: String) -> String { shown.people[ParticipantID(id)]?.profile.name ?? "" }
}
