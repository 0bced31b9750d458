import Core
import Database
import Foundation
import House
import Records

/// News a host gets by mail because a guest answered.
struct HostNews {
  let services: Services
  let connection: any Connection
  let party: Party
  let host: Host

  /// Somebody would like to come, and all seats are taken.
  func waiting(_ person: KnownGuest) throws {
    try post(.waiting(name: person.name), key: NewsKey.waiting.key("\(person.guest.id):\(moment)"), about: person)
  }

  /// Somebody who was expected won't come. When the party is further off, the pages report it early enough.
  func cancelled(_ person: KnownGuest) throws {
    guard isSoon else { return }
    try post(.cancelled(name: person.name), key: NewsKey.cancelled.key("\(person.guest.id):\(moment)"), about: person)
  }

  /// Somebody who was expected no longer wants to be written to, and so does not come.
  func objected(_ person: KnownGuest) throws {
    guard isSoon, person.guest.hasObjectedAfterYes else { return }
    try post(.cancelled(name: person.name), key: NewsKey.objected.key("\(person.guest.id)"), about: person)
  }

  private var isSoon: Bool {
    guard let start = party.start, party.isMeeting else { return false }
    return start > services.now() && start.timeIntervalSince(services.now()) <= Self.notice
  }

  /// The declines the host counted on have not come.
  func overbooked(coming: Int) throws {
    guard coming > party.seats else { return }
    try post(.overbooked(coming: coming, seats: party.seats), key: NewsKey.overbooked.key("\(party.id):\(coming)"))
  }

  /// A week: a reserve can still be asked.
  private static let notice: TimeInterval = 7 * 86_400

  private var moment: String { GuestEvent.timeDetail(services.now()) }

  private func post(_ notice: HostNotice, key: String, about person: KnownGuest? = nil) throws {
    try HostNewsPost(services: services, connection: connection)
      .tell(party, host: host, key: key, about: person?.guest.id) { _ in notice }
  }
}
