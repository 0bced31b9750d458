import Core
import Evening
import Foundation
import House
import Records

/// An evening of the example as it took place: the people who came, the lines on the coasters, the promises, and
/// everybody's opinion of it.
struct DemoEvening {
  let services: Services
  let chance: DemoChance
  let party: PartyID
  let start: Date
  let host: Host
  let told: Example.Evening
  /// The people who came, in the order of their arrival.
  let guests: [KnownGuest]

  func hold() async throws {
    let begin = services.at(start, chance: chance)
    var profile = host.floorProfile
    profile.drink = told.drinks.first ?? ""
    try await enter(.host, profile, begin)
    for (index, guest) in guests.enumerated() {
      var profile = guest.floorProfile
      profile.drink = told.drinks[(index + 1) % told.drinks.count]
      try await enter(guest.guest.participant, profile, begin)
      try await begin.floors.request(.moveSomewhere, by: guest.guest.participant, at: party, begin)
    }
    for (guest, line) in zip(guests, told.coaster) {
      try await begin.floors.request(
        .coaster(line: nil, revision: nil, text: line), by: guest.guest.participant, at: party, begin)
    }
    let end = services.at(start.addingTimeInterval(58 * 60), chance: chance)
    try await end.floors.request(.end, by: .host, at: party, end)
    try await vote()
  }

  private func enter(_ who: ParticipantID, _ profile: Participant.Profile, _ services: Services) async throws {
    try await services.floors.request(.arrive(profile: profile, mode: .voice), by: who, at: party, services)
    if who == .host { try await services.floors.request(.doors(state: .open), by: who, at: party, services) }
    try await services.floors.request(.enter, by: who, at: party, services)
  }

  /// On the way home.
  private func vote() async throws {
    let visitor = DemoVisitor(services: services.at(start.addingTimeInterval(90 * 60), chance: chance), cookie: nil)
    for (index, guest) in guests.enumerated() {
      let token = services.personalToken(guest.guest.id, number: guest.guest.linkNumber)
      let line = told.lines.indices.contains(index) ? told.lines[index] : ""
      try await visitor.post(
        .ballot(token), [("learnt", "yes"), ("gave", "yes"), ("again", "yes"), ("line", line)])
      try await share(guest, token, visitor)
    }
  }

  /// What stood on the table's coaster is what the next evening begins with: whoever wrote on it first shows it to all.
  private func share(_ guest: KnownGuest, _ token: Token, _ visitor: DemoVisitor) async throws {
    let coasters = try await services.database.read { [services, party] connection in
      let party = try PartyStore(connection: connection).party(party)
      return try KeepsakeStore(services: services, connection: connection, party: party)
        .keepsakes(of: guest.guest.id).coasters
    }
    for coaster in coasters where coaster.isMine && coaster.sharedBy == nil {
      try await visitor.post(.coasterShare(token, coaster.table), [("shared", "1")])
    }
  }
}
