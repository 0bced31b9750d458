import Core
import Database
import Foundation

/// One of the example's parties, from the first thought to where it stands today.
struct DemoParty {
  let services: Services
  let example: Example.Party
  let host: Host
  let cookie: String
  let calendar: DemoCalendar
  let chance: DemoChance

  func fill() async throws {
    let desk = visitor(hours: 0)
    let id = try await found(desk)
    try await choose(id, desk)
    try await desk.post(.substance(id), substance)
    if let plan = try plan { try await desk.post(.slots(id), plan + (try await mustHave(id))) }
    guard example.stage != .draft else { return }
  }

  /// The host, so many hours after the party was begun.
  private func visitor(hours: Int) -> DemoVisitor {
    DemoVisitor(services: past(hours: hours), cookie: cookie)
  }

  private func past(hours: Int) -> Services {
    services.at(calendar.ago(days: example.startedDaysAgo, hours: hours), chance: chance)
  }

  private func found(_ desk: DemoVisitor) async throws -> PartyID {
    let occasion = try await services.database.read { [host] in
      try PartyOccasions(connection: $0).occasions(of: host.id).first?.id.description ?? ""
    }
    let seats = example.guests.count { $0.standing == nil }
    try await desk.post(
      .parties,
      [
        ("title", example.title), ("occasion", occasion), ("form", AddressForm.sie.rawValue), ("seats", "\(seats)"),
        ("minutes", "60"), ("zone", Example.zone),
      ])
    let party = try await services.database.read { [host] in try PartyStore(connection: $0).parties(of: host.id).first }
    guard let party else { throw DemoRefusal(description: "The example has no party.") }
    return party.id
  }
}
