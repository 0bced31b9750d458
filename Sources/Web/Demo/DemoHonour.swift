import Acts
import Core
import Foundation
import HostPages
import House
import Records

/// The guest of honour of an evening of the example, and the circle's questions.
struct DemoHonour {
  let services: Services
  let host: Host
  let desk: DemoVisitor
  let party: PartyID
  let told: Example.Honoured

  /// - Parameter guests: the people who may ask.
  func invite(asking guests: [KnownGuest]) async throws {
    let fields = [
      ("early", "1"), ("name", told.name), ("email", told.email), ("role", told.role),
      ("organisation", told.organisation), ("part", HonourSlot.Role.guest.rawValue), ("begins", "20"),
      ("minutes", "20"), ("reason", told.reason),
    ]
    try await desk.post(.honour(party), fields)
    let visitor = DemoVisitor(services: services, cookie: nil)
    for (guest, question) in zip(guests, told.questions) {
      let token = services.personalToken(guest.guest.id, number: guest.guest.linkNumber)
      try await visitor.post(.questions(token), [("question", question)])
    }
    let honoured = try await DemoWave(services: services, host: host).sendToHonoured(party)
    let token = services.personalToken(honoured.id, number: honoured.linkNumber)
    try await visitor.post(.reply(token), [("answer", Answer.yes.rawValue), ("word", told.word)])
  }
}

extension DemoWave {
  /// - Returns: the guest of honour, who now has the letter.
  func sendToHonoured(_ id: PartyID) async throws -> Guest {
    let services = withServer
    let guest = try await services.database.write { [host] connection in
      let party = try PartyStore(connection: connection).party(id, of: host.id)
      guard let known = try GuestStore(connection: connection).honoured(at: id) else {
        throw DemoRefusal(description: "The example has no guest of honour.")
      }
      try Waves(services: services, connection: connection).writeToHonoured(known, by: .mail, party, host)
      return known.guest
    }
    try await deliver()
    return guest
  }
}
