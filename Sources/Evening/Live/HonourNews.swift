import Core
import House
import Records

/// Passes on to the evening what the guest of honour, or the person who answers for them, said on their page.
package struct HonourNews: Sendable {
  package let services: Services
  package let guest: GuestID
  package let party: PartyID

  package init(services: Services, guest: GuestID, party: PartyID) {
    self.services = services
    self.guest = guest
    self.party = party
  }

  /// Passes on their stored lateness: the programme gives way, and everybody is told. Somebody already here is no
  /// longer late.
  package func tellLateness() async throws {
    let late = try await services.database.read { [guest, party] connection -> Int? in
      guard try PartyStore(connection: connection).party(party).isMeeting else { return nil }
      return try GuestStore(connection: connection).guest(guest, of: party).guest.honour?.lateMinutes
    }
    guard let late else { return }
    try? await services.floors.request(
      .comeLater(minutes: late), by: ParticipantID(guest.description), at: party, services)
  }
}
