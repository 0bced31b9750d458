import Core
import Foundation
import Records

/// Turns a party's wish into numbers, and the answer into names.
struct ProposalDesk {
  let facts: PartyFacts
  let source: TableSource
  let leaning: Leaning
  let hostName: String
  let zones: Zones

  /// The same people, wishes and leanings always give the same table.
  private static let seed: UInt64 = 1

  /// Nil if there is hardly anybody.
  var proposal: Proposal? {
    guard source.candidates.count > 1 else { return nil }
    var planner = TablePlanner(source.list.index, wish)
    var table = planner.propose(seed: Self.seed, effort: .page, near: present)
    // If a list leaves no other way, a seat stays free.
    while let left = planner.model.leaving(table.guests) {
      var wish = planner.model.wish
      wish.excluded.insert(left)
      wish.size = min(wish.size, source.candidates.count + 1 - wish.excluded.count)
      planner = TablePlanner(source.list.index, wish)
      table = planner.propose(seed: Self.seed, effort: .page, near: present)
    }
    return inNames(table, planner)
  }

  /// Pinned guests, and those who hold a seat by their invitation, keep it. Reserves are not proposed, nor are people
  /// who are excluded, have objected or lost their seat.
  private var wish: TableWish {
    let kept = facts.guests.filter { keeps($0) }.map(\.guest.person)
    var wish = source.list.wish(
      seats: min(facts.party.seats, source.candidates.count), starts: starts, minutes: facts.party.minutes)
    wish.pinned = source.numbers(of: kept)
    wish.excluded = Set(source.numbers(of: facts.guests.filter { isOut($0) }.map(\.guest.person)))
    wish.leaning = leaning
    return wish
  }

  /// Those at the table now.
  private var present: [Int] { source.numbers(of: facts.chosen.map(\.guest.person)) }

  private func keeps(_ known: KnownGuest) -> Bool {
    known.guest.wasWrittenTo ? known.guest.invitation.state.holdsSeat : known.guest.isPinned
  }

  private func isOut(_ known: KnownGuest) -> Bool {
    !keeps(known)
      && (known.guest.standing != .chosen || known.guest.wasWrittenTo || facts.objected.contains(known.guest.id))
  }

  private var starts: [Int] {
    let party = facts.party
    if let start = party.start { return PartyHours.starts(at: start) }
    let slots = facts.poll.slots.flatMap { PartyHours.starts(at: $0.start) }
    return slots.isEmpty ? PartyHours.evening(in: zones[party.zone], on: party.createdAt) : slots
  }

  private func inNames(_ table: TableProposal, _ planner: TablePlanner) -> Proposal {
    let reasons = planner.model.reasons(table)
    let reserves = planner.reserves(for: table, limit: 5)
    return Proposal(
      seats: reasons.compactMap { seat($0, reserves) }, reserves: reserves.ranked.compactMap(somebody),
      breaches: breaches(table), leaning: leaning,
      company: company(table), names: names(table, reasons),
      isTaken: Set(table.guests.compactMap(source.id)) == Set(facts.chosen.map(\.guest.person)))
  }

  /// The host can speak about anything; and where there are only two guests, nobody can share something with two
  /// others.
  private func breaches(_ table: TableProposal) -> [TableBreach] {
    table.breaches.filter { breach in
      if case .isolated(let person) = breach { return person != source.list.host && table.guests.count > 1 }
      return true
    }
  }

  private func seat(_ reason: SeatReason, _ reserves: TableReserves) -> Proposal.Seat? {
    guard let person = somebody(reason.person) else { return nil }
    let known = facts.guests.first { $0.guest.person == person.id }
    return Proposal.Seat(
      person: person, reason: reason, isPinned: known?.guest.isPinned ?? false,
      isWritten: known?.guest.wasWrittenTo ?? false,
      replacements: reserves.replacements[reason.person, default: []].compactMap { somebody($0.person) })
  }

  private func somebody(_ number: Int) -> Proposal.Somebody? {
    source.id(number).map {
      Proposal.Somebody(
        id: $0, name: source.candidates[number].name, place: source.place(number),
        hasAddress: source.hasAddress(number))
    }
  }

  private func names(_ table: TableProposal, _ reasons: [SeatReason]) -> Proposal.Names {
    var names = Proposal.Names()
    names.people = Dictionary(uniqueKeysWithValues: table.guests.map { ($0, source.candidates[$0].name) })
    names.people[source.list.host] = hostName
    for subject in Set(([source.list.host] + table.guests).flatMap { source.list.index.topics(of: $0) }) {
      names.subjects[subject] = source.list.subjects.names[subject]
    }
    for reason in reasons {
      for subject in reason.onlyTheirs.prefix(1) {
        names.titles[reason.person, default: [:]][subject] = source.title(of: reason.person, on: subject)
      }
    }
    return names
  }

  private func company(_ table: TableProposal) -> Company {
    let people = [source.list.host] + table.guests
    let names = [hostName] + table.guests.map { source.candidates[$0].name }
    let places = Dictionary(uniqueKeysWithValues: people.enumerated().map { ($0.element, $0.offset) })
    let ties = table.score.pairs.compactMap { pair -> Company.Tie? in
      guard pair.terms.common > 0, let one = places[pair.one], let other = places[pair.other] else { return nil }
      return Company.Tie(one: one, other: other, strength: pair.terms.common / (4 * leaningScale))
    }
    return Company(people: names, ties: ties, subjects: subjects(people, names))
  }

  private var leaningScale: Int { 1 + max(0, -leaning.breadth) }

  private func subjects(_ people: [Int], _ names: [String]) -> [Company.Subject] {
    var bearers: [Int: [String]] = [:]
    for (person, name) in zip(people, names) {
      for subject in source.list.index.topics(of: person) { bearers[subject, default: []].append(name) }
    }
    return bearers.filter { $0.value.count > 1 }
      .sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
      .map { Company.Subject(name: source.list.subjects.names[$0.key], people: $0.value) }
  }
}
