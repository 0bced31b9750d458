import Core
import Foundation
import House
import Records

/// A guest of the example on their personal page.
struct DemoGuest {
  let services: Services
  let guest: Guest
  let told: Example.Guest

  func answer(in party: PartyID) async throws {
    guard let answer = told.answer else { return }
    let visitor = DemoVisitor(services: services, cookie: nil)
    let token = services.personalToken(guest.id, number: guest.linkNumber)
    let shown = told.word == nil ? Shown.firstName : .fullName
    try await visitor.post(
      .reply(token), [("answer", answer.rawValue), ("word", told.word ?? ""), ("shown", shown.rawValue)])
    if let votes = told.votes { try await visitor.post(.votes(token), try await fields(for: votes, in: party)) }
    if hasWishes { try await visitor.post(.wishes(token), wishes) }
  }

  private func fields(for votes: [VoteValue], in id: PartyID) async throws -> [(String, String)] {
    let slots = try await services.database.read { connection in
      try SlotStore(connection: connection).slots(of: PartyStore(connection: connection).party(id))
    }
    return [("zone", Example.zone)] + zip(slots, votes).map { ("vote.\($0.id)", $1.rawValue) }
  }

  private var hasWishes: Bool { wishes.contains { !$0.1.isEmpty } }

  private var wishes: [(String, String)] {
    [
      ("wishes", told.wishes ?? ""), ("brings", told.brings ?? ""), ("arrives", told.arrives ?? ""),
      ("leaves", told.leaves ?? ""),
    ]
  }
}
