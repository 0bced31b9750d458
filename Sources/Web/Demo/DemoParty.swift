import Acts
import Core
import Database
import Evening
import Foundation
import HostPages
import House
import Records

/// One of the example's parties, from the first thought to its present state.
struct DemoParty {
  let services: Services
  let example: Example.Party
  let host: Host
  let cookie: String
  let calendar: DemoCalendar
  let chance: DemoChance

  func fill() async throws {
    let desk = visitor(hours: 0)
    let id = try await begin(desk)
    try await choose(id, desk)
    try await desk.post(.substance(id), substance)
    try await planDate(id, desk)
    try await writeSentences(id, desk)
    guard example.stage != .draft else { return }
    try await DemoWave(services: at(hours: 20), host: host).send(id)
    try await answer(id)
    if let honoured = example.honoured {
      try await DemoHonour(
        services: at(hours: 60), host: host, desk: visitor(hours: 60), party: id, told: honoured
      ).invite(asking: try await coming(id))
    }
    try await close(id)
  }

  /// The host, this many hours after the party was begun.
  private func visitor(hours: Int) -> DemoVisitor {
    DemoVisitor(services: at(hours: hours), cookie: cookie)
  }

  private func at(hours: Int) -> Services {
    services.at(calendar.ago(days: example.startedDaysAgo, hours: hours), chance: chance)
  }

  private func begin(_ desk: DemoVisitor) async throws -> PartyID {
    let occasion = try await services.database.read { [host] in
      try OccasionStore(connection: $0).occasions(of: host.id).first?.id.description ?? ""
    }
    let seats = example.guests.count { $0.standing == nil }
    let basics = [
      ("title", example.title), ("occasion", occasion), ("form", AddressForm.sie.rawValue), ("seats", "\(seats)"),
      ("minutes", "60"), ("zone", Example.zone),
    ]
    if example.isNext == true {
      let circles = try await services.database.read { [host] in try CircleStore(connection: $0).circles(of: host.id) }
      guard let circle = circles.first else { throw DemoRefusal(description: "The example has no circle.") }
      try await desk.post(.circleParties(circle.id))
    } else {
      try await desk.post(.parties, basics)
    }
    let party = try await services.database.read { [host] in try PartyStore(connection: $0).parties(of: host.id).first }
    guard let party else { throw DemoRefusal(description: "The example has no party.") }
    if example.isNext == true { try await desk.post(.partyBasics(party.id), basics) }
    return party.id
  }

  private func choose(_ id: PartyID, _ desk: DemoVisitor) async throws {
    let carried = Set(try await guests(id).map { $0.1.name })
    for guest in example.guests where !carried.contains(guest.name) {
      let person = try await services.database.read { [host] in
        try AddressBookStore(connection: $0).page(1, of: PeopleQuery(words: guest.name), of: host.id).people.first?.id
      }
      guard let person else { throw DemoRefusal(description: "Nobody in the example is called \(guest.name).") }
      let action: ShortlistAction = guest.standing == "reserve" ? .reserve : .choose
      try await desk.post(.shortlist(id), [("person", person.description), ("change", action.rawValue)])
    }
  }

  private var substance: [(String, String)] {
    [("topic", example.topic), ("question", example.question), ("contribution", example.contribution)]
  }

  private func planDate(_ id: PartyID, _ desk: DemoVisitor) async throws {
    var fields = [("zone", Example.zone), ("minutes", "60")]
    if let poll = example.poll {
      fields += [("kind", "poll"), ("deadline", calendar.day(poll.deadlineInDays))]
      for slot in poll.slots { fields += [("date", calendar.day(slot.inDays)), ("time", slot.clock)] }
      fields += try await guests(id).filter { $0.1.mustHave == true }.map { ("must", $0.0.guest.id.description) }
    } else if let date = example.date {
      fields += [
        ("kind", "fixed"), ("fixedDate", calendar.day(date.inDays)), ("fixedTime", calendar.clock(date.clock)),
      ]
    } else {
      return
    }
    try await desk.post(.slots(id), fields)
  }

  private func writeSentences(_ id: PartyID, _ desk: DemoVisitor) async throws {
    let sentences = try await guests(id).compactMap { known, told in
      told.sentence.map { ("sentence.\(known.guest.id)", $0) }
    }
    if !sentences.isEmpty { try await desk.post(.letters(id), sentences) }
  }

  /// Each guest answers some hours after the one before.
  private func answer(_ id: PartyID) async throws {
    for (index, (known, told)) in try await guests(id).enumerated() where told.answer != nil {
      try await DemoGuest(services: at(hours: 23 + index * 7), guest: known.guest, told: told).answer(in: id)
    }
  }

  /// Guests with the example's facts about them.
  private func guests(_ id: PartyID) async throws -> [(KnownGuest, Example.Guest)] {
    let guests = try await services.database.read { try GuestStore(connection: $0).guests(of: id) }
    return example.guests.compactMap { told in
      guests.first { $0.name.hasSuffix(told.name) }.map { ($0, told) }
    }
  }

  private func coming(_ id: PartyID) async throws -> [KnownGuest] {
    try await guests(id).map(\.0).filter { $0.guest.invitation.state == .accepted }
  }

  private func close(_ id: PartyID) async throws {
    switch example.stage {
    case .cancelled: try await visitor(hours: 120).post(.cancellation(id), [("reason", example.reason ?? "")])
    case .open: try await openDoors(id)
    case .ended, .closed: try await end(id)
    case .draft, .inviting, .scheduled: break
    }
  }

  /// Opens the doors, so that somebody who looks around can walk in.
  private func openDoors(_ id: PartyID) async throws {
    let today = services.at(calendar.now, chance: chance)
    try await today.floors.request(.doors(state: .open), by: .host, at: id, today)
  }

  /// Ends the evening as one that took place.
  private func end(_ id: PartyID) async throws {
    let now = services.now()
    let start = try await services.database.read { try PartyStore(connection: $0).party(id).start }
    let before = services.at((start ?? now).addingTimeInterval(-3600), chance: chance)
    try await DemoWave(services: before, host: host).deliver()
    if let evening = example.evening, let start {
      try await DemoEvening(
        services: services, chance: chance, party: id, start: start, host: host, told: evening,
        guests: try await coming(id)
      ).hold()
      return try await found(id, after: start)
    }
    try await services.database.write { [host, example] connection in
      let store = PartyStore(connection: connection)
      var party = try store.party(id, of: host.id)
      for (event, stage) in [(PartyEvent.open, PartyStage.open), (.end, .ended), (.close, .closed)] {
        try party.apply(event, at: party.start ?? now)
        try store.update(party, at: party.start ?? now)
        if stage == example.stage { return }
      }
    }
  }

  /// Founds a circle on the day after.
  private func found(_ id: PartyID, after start: Date) async throws {
    guard let name = example.circle else { return }
    let morning = services.at(start.addingTimeInterval(16 * 3600), chance: chance)
    try await DemoVisitor(services: morning, cookie: cookie).post(
      .circles, [("party", id.description), ("name", name), ("rhythm", CircleRhythm.monthly.rawValue)])
  }
}
