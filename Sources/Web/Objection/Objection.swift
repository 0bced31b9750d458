import Core
import Database
import Foundation

/// A guest does not want to be written to again, by anybody here.
struct Objection {
  let connection: any Connection
  let now: Date

  /// What the page of an objection link shows.
  struct View: Sendable {
    let address: String
    let isListed: Bool
  }

  /// - Throws: `AppError.linkGone` for somebody who has been erased: nothing of them is here that could be used.
  func view(_ guest: GuestID) throws -> View {
    let addresses = try addresses(of: guest)
    guard let address = addresses.first else { throw AppError.linkGone }
    let listed = try SuppressionStore(connection: connection).listed(among: addresses)
    return View(address: address, isListed: listed.count == Set(addresses).count)
  }

  /// Lists every address under which they were written to, ends their invitations of all hosts, and keeps mail to them here.
  func take(_ guest: GuestID) throws {
    let addresses = try addresses(of: guest)
    if addresses.isEmpty { throw AppError.linkGone }
    for address in addresses { try SuppressionStore(connection: connection).add(address, at: now) }
    for (guest, party) in try guests(at: addresses) + [(guest, try party(of: guest))] { try end(guest, party) }
  }

  /// Today's address first, then those to which something was sent before it changed.
  private func addresses(of guest: GuestID) throws -> [String] {
    let current = try connection.rows(
      "SELECT person.email FROM guest JOIN person ON person.id = guest.person_id WHERE guest.id = \(guest)"
    ) { try $0.get("email", as: String.self) }
    // What went to an assistant went to somebody else.
    let earlier = try connection.rows(
      "SELECT DISTINCT recipient FROM outbox WHERE guest_id = \(guest) AND kind <> 'assistant'"
    ) { try $0.get("recipient", as: String.self) }
    return (current + earlier).filter { !$0.isEmpty }
  }

  private func party(of guest: GuestID) throws -> PartyID {
    guard let row = try connection.row("SELECT party_id FROM guest WHERE id = \(guest)") else {
      throw AppError.linkGone
    }
    return try row.get("party_id")
  }

  /// By host, so that the index on host and address finds them.
  private func guests(at addresses: [String]) throws -> [(GuestID, PartyID)] {
    let keys = Array(Set(addresses.flatMap { [MailAddress.key($0), SuppressionKey.normalise($0) ?? ""] }))
    return try connection.rows(
      """
      SELECT guest.id, guest.party_id
      FROM host
        JOIN person ON person.host_id = host.id AND person.email_key IN \(list: keys)
        JOIN guest ON guest.person_id = person.id
      """
    ) { (try $0.get("id"), try $0.get("party_id")) }
  }

  private func end(_ id: GuestID, _ party: PartyID) throws {
    let store = GuestStore(connection: connection)
    var guest = try store.guest(id, of: party).guest
    try OutboxQueue(connection: connection).stopAll(
      to: id, kinds: OutgoingMail.Kind.allCases, MailProblem("outbox.problem.suppressed"))
    guard !guest.invitation.apply(.objected, at: now).isEmpty else { return }
    try store.update(guest)
    try store.note("objected", of: id, at: now)
  }
}
