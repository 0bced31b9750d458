import Core
import Database
import Foundation
import House
import Records

/// Makes the proposal that a page shows.
package struct ProposalReader {
  package let pool: CandidatePool
  package let connection: any Connection
  package let now: Date
  package let zones: Zones

  package init(pool: CandidatePool, connection: any Connection, now: Date, zones: Zones) {
    self.pool = pool
    self.connection = connection
    self.now = now
    self.zones = zones
  }

  /// The same people, wishes and leanings always give the same table.
  private static let seed: UInt64 = 1

  /// Nil where there is nothing to propose: no theme, hardly anybody, or a party that is over.
  package func proposal(_ facts: PartyFacts, list: CandidateList?, hostName: String) throws -> Proposal? {
    let party = facts.party
    guard !party.isDone, !(party.substance.topic + party.substance.question).isEmpty else { return nil }
    let source = try pool.table(for: facts, list: list, connection: connection, at: now, in: zones)
    guard source.candidates.count > 1 else { return nil }
    let leaning = try ProposalStore(connection: connection).leaning(of: party.id)
    let desk = ProposalDesk(facts: facts, source: source, leaning: leaning, hostName: hostName, zones: zones)
    var planner = TablePlanner(source.list.index, desk.wish)
    var proposal = planner.propose(seed: Self.seed, effort: .page, near: desk.present)
    // Where a list leaves no other way, a seat stays free.
    while let left = planner.model.leaving(proposal.guests) {
      var wish = planner.model.wish
      wish.excluded.insert(left)
      wish.size = min(wish.size, source.candidates.count + 1 - wish.excluded.count)
      planner = TablePlanner(source.list.index, wish)
      proposal = planner.propose(seed: Self.seed, effort: .page, near: desk.present)
    }
    return desk.proposal(proposal, planner)
  }
}

/// A party's wish in numbers, and the answer in names.
struct ProposalDesk {
  let facts: PartyFacts
  let source: TableSource
  let leaning: Leaning
  let hostName: String
  let zones: Zones

  /// Seats stay with those who are pinned or hold one by their invitation. Reserves, and people who are excluded, have
  /// objected or lost their seat, are not proposed.
  var wish: TableWish {
    let kept = facts.guests.filter { keeps($0) }.map(\.guest.person)
    var wish = source.list.wish(
      seats: min(facts.party.seats, source.candidates.count), starts: starts, minutes: facts.party.minutes)
    wish.pinned = source.numbers(of: kept)
    wish.excluded = Set(source.numbers(of: facts.guests.filter { isOut($0) }.map(\.guest.person)))
    wish.leaning = leaning
    return wish
  }

  /// Those at the table now.
  var present: [Int] { source.numbers(of: facts.chosen.map(\.guest.person)) }

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

  func proposal(_ table: TableProposal, _ planner: TablePlanner) -> Proposal {
    let reasons = planner.model.reasons(table)
    let reserves = planner.reserves(for: table, limit: 5)
    return Proposal(
      seats: reasons.compactMap { seat($0, reserves) }, reserves: reserves.ranked.compactMap(somebody),
      breaches: breaches(table), leaning: leaning,
      company: company(table), names: names(table, reasons),
      isTaken: Set(table.guests.compactMap(source.id)) == Set(facts.chosen.map(\.guest.person)))
  }

  /// The host can speak about anything; and of two nobody shares something with two others.
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
