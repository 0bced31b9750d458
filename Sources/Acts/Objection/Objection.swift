import Core
import Database
import Foundation
import House
import Records

/// A guest does not want to be written to again, by anybody here; or takes that back.
package struct Objection {
  package let connection: any Connection
  package let now: Date

  package init(connection: any Connection, now: Date) {
    self.connection = connection
    self.now = now
  }

  /// For so long the link that objected takes it back.
  package static let daysToTakeBack = 14

  /// What the page of an objection link shows.
  package struct View: Sendable {
    /// Empty where no mail has gone to them from here.
    package let address: String
    package let hasObjected: Bool
    package let canTakeBack: Bool

    package init(address: String, hasObjected: Bool, canTakeBack: Bool) {
      self.address = address
      self.hasObjected = hasObjected
      self.canTakeBack = canTakeBack
    }
  }

  /// - Throws: `AppError.linkGone` for somebody who has been erased: nothing of them is here that could be used.
  package func view(_ guest: GuestID) throws -> View {
    _ = try place(of: guest)
    let (addresses, own) = (try addresses(of: guest), try entries(of: guest))
    let listed = try SuppressionStore(connection: connection).listed(among: addresses)
    return View(
      address: addresses.first ?? "",
      hasObjected: !own.isEmpty || !addresses.isEmpty && listed.count == Set(addresses).count,
      canTakeBack: !own.isEmpty && own.allSatisfy(isYoung))
  }

  /// Lists every address to which mail has gone, ends their invitations of all hosts, and keeps mail to them here. Somebody to whom
  /// nothing has gone has got the link in another way: only whoever gave it to them writes no more, because anybody could have
  /// put any address beside it.
  package func take(_ guest: GuestID) throws {
    let (person, party) = try place(of: guest)
    let addresses = try addresses(of: guest)
    let suppression = SuppressionStore(connection: connection)
    var added = try addresses.compactMap { try suppression.add($0, at: now) }
    if addresses.isEmpty { added = [""] }
    for hash in added {
      try connection.execute(
        """
        INSERT INTO objection (guest_id, address_hash, at) VALUES (\(guest), \(hash), \(now))
        ON CONFLICT (guest_id, address_hash) DO NOTHING
        """)
    }
    for (guest, party) in try guests(at: addresses) + guests(of: person) + [(guest, party)] { try end(guest, party) }
  }

  /// What this link put on the list goes from it. Invitations that ended stay so; their page takes answers as before.
  /// - Throws: `AppError.conflict` when there is nothing of this link's, or it is too late.
  package func takeBack(_ guest: GuestID) throws {
    _ = try place(of: guest)
    let own = try entries(of: guest)
    guard !own.isEmpty, own.allSatisfy(isYoung) else { throw AppError.conflict(Message("objection.back.late")) }
    let suppression = SuppressionStore(connection: connection)
    for entry in own where !entry.hash.isEmpty { _ = try suppression.remove(fingerprint: entry.hash) }
    try connection.execute("DELETE FROM objection WHERE guest_id = \(guest)")
    try GuestStore(connection: connection).note("objectionBack", of: guest, at: now)
  }

  private struct Entry {
    let hash: String
    let at: Date
  }

  private func entries(of guest: GuestID) throws -> [Entry] {
    try connection.rows("SELECT address_hash, at FROM objection WHERE guest_id = \(guest)") {
      Entry(hash: try $0.get("address_hash"), at: try $0.get("at"))
    }
  }

  private func isYoung(_ entry: Entry) -> Bool {
    now < entry.at.addingTimeInterval(Double(Self.daysToTakeBack) * 86_400)
  }

  /// Those to which a server took mail, or to which the host says to have sent it. What went to an assistant or to the host went to
  /// somebody else.
  private func addresses(of guest: GuestID) throws -> [String] {
    try connection.rows(
      """
      SELECT recipient, max(id) AS latest FROM outbox
      WHERE guest_id = \(guest) AND kind NOT IN ('assistant', 'notice', 'signIn') AND recipient <> ''
        AND (state = 'sent' OR state = 'failed' AND interruptions > 0)
      GROUP BY recipient ORDER BY latest DESC
      """
    ) { try $0.get("recipient", as: String.self) }
  }

  private func place(of guest: GuestID) throws -> (PersonID, PartyID) {
    guard let row = try connection.row("SELECT person_id, party_id FROM guest WHERE id = \(guest)") else {
      throw AppError.linkGone
    }
    return (try row.get("person_id"), try row.get("party_id"))
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

  private func guests(of person: PersonID) throws -> [(GuestID, PartyID)] {
    try connection.rows("SELECT id, party_id FROM guest WHERE person_id = \(person)") {
      (try $0.get("id"), try $0.get("party_id"))
    }
  }

  private func end(_ id: GuestID, _ party: PartyID) throws {
    let store = GuestStore(connection: connection)
    var guest = try store.guest(id, of: party).guest
    try OutboxQueue(connection: connection).stopAll(
      to: id, kinds: OutgoingMail.Kind.allCases.filter { !$0.isForHost }, MailProblem("outbox.problem.suppressed"))
    guard !guest.invitation.apply(.objected, at: now).isEmpty else { return }
    try store.update(guest)
    try store.note("objected", of: id, at: now)
  }
}
