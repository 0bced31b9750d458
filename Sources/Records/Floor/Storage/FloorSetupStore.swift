import Core
import Database
import Foundation
import House

/// Assembles a floor's setup before anybody comes.
package struct FloorSetupStore {
  package let connection: any Connection
  package let zones: Zones

  package init(connection: any Connection, zones: Zones) {
    self.connection = connection
    self.zones = zones
  }

  /// - Throws: `AppError.notFound` for a party that is gone.
  package func setup(of id: PartyID) throws -> FloorSetup {
    let party = try PartyStore(connection: connection).party(id)
    guard let host = try HostStore(connection: connection).host(party.host) else { throw AppError.notFound }
    let everybody = try GuestStore(connection: connection).everybody(of: id).filter(\.mayCome)
    let guests = everybody.filter { !$0.guest.isHonoured }
    let plan = try PartyStageStore(connection: connection).plan(of: id)
    let limit = plan.tableLimit
    let honoured = everybody.first { $0.guest.isHonoured && party.start != nil }
    let seat = try honoured.flatMap { try HonourStore(connection: connection).seat(of: $0, at: party) }
    let programme = plan.programme ?? usual(party, seat, people: guests.count { $0.isExpected } + 1)
    return FloorSetup(
      tableLimit: limit, topics: TableTopics.topics(from: guests.map(\.guest.wishes), people: guests.count + 1, limit),
      programme: programme,
      people: [Participant(id: .host, profile: host.floorProfile)]
        + (guests + [honoured].compactMap(\.self)).map {
          Participant(id: $0.guest.participant, profile: $0.floorProfile, leavesAt: $0.leavesAt(party, in: zones))
        },
      acquainted: try acquainted(at: party), honour: seat.map(GuestOfHonour.init),
      start: party.start.map { Moment($0) },
      opensAt: party.clock.map { Moment($0.opensAt) }, closesAt: closing(of: party, programme),
      hidesAddresses: plan.hidesAddresses, meeting: plan.meeting)
  }

  /// Whichever is longer counts: the announced time or the planned one.
  private func closing(of party: Party, _ programme: Programme) -> Moment? {
    let planned = programme.parts.reduce(0) { $0 + $1.minutes }
    return party.start.map { Moment(PartyClock(start: $0, minutes: max(party.minutes, planned)).closesAt) }
  }

  /// Used if the host has written none: with the guest of honour in their slot.
  private func usual(_ party: Party, _ seat: HonourSeat?, people: Int) -> Programme {
    guard let seat, let start = party.start else { return .preset(minutes: party.minutes).fitting(people: people) }
    return Programme.presetWithGuestOfHonour(minutes: party.minutes).fitting(people: people)
      .rearranged(for: seat.slot, clock: nil, begins: Moment(start))
  }

  /// Pairs who talked at another of the host's parties.
  private func acquainted(at party: Party) throws -> Set<FloorSetup.Pair> {
    let pairs = try connection.rows(
      """
      SELECT DISTINCT coalesce(mine.id, 'host') AS one, coalesce(yours.id, 'host') AS other
      FROM encounter
        JOIN party ON party.id = encounter.party_id AND party.host_id = \(party.host) AND party.id <> \(party.id)
        LEFT JOIN guest AS was ON was.id = encounter.one
        LEFT JOIN guest AS were ON were.id = encounter.other
        LEFT JOIN guest AS mine ON mine.person_id = was.person_id AND mine.party_id = \(party.id)
        LEFT JOIN guest AS yours ON yours.person_id = were.person_id AND yours.party_id = \(party.id)
      WHERE (encounter.one = 'host' OR mine.id IS NOT NULL) AND (encounter.other = 'host' OR yours.id IS NOT NULL)
      """
    ) { FloorSetup.Pair(try $0.get("one"), try $0.get("other")) }
    return Set(pairs)
  }
}

extension KnownGuest {
  /// As on their card, until they change it at the door.
  package var floorProfile: Participant.Profile {
    let known = [role, organisation].filter { !$0.isEmpty }.joined(separator: ", ")
    let (card, limit) = (guest.card, FloorRules.lineLength)
    return Participant.Profile(
      name: (card.name.isEmpty ? name : card.name).cut(to: FloorRules.nameLength),
      line: (card.line.isEmpty ? known : card.line).cut(to: limit), drink: guest.drink)
  }

  /// The time they gave, on the evening of the party; a time after midnight is on the next day.
  package func leavesAt(_ party: Party, in zones: Zones) -> Moment? {
    guard let start = party.start, !guest.leaves.isEmpty else { return nil }
    let begin = LocalTime(start, in: zones.first([guest.zone, party.zone]))
    return [begin.day, begin.day.adding(days: 1)].compactMap(\.self).lazy
      .compactMap { LocalTime(day: $0, clock: guest.leaves, zone: begin.zone)?.instant }
      .first { $0 > start }.map { Moment($0) }
  }
}

extension Host {
  package var floorProfile: Participant.Profile {
    let line = signature.split(separator: "\n").first.map(String.init) ?? ""
    return Participant.Profile(
      name: (name.isEmpty ? email : name).cut(to: FloorRules.nameLength),
      line: line.cut(to: FloorRules.lineLength), drink: "")
  }
}

extension GuestOfHonour {
  init(_ seat: HonourSeat) {
    self.init(
      who: ParticipantID(seat.guest.description), slot: seat.slot, questions: seat.questions.map(\.text))
  }
}
