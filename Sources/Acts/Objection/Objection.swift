import Core
import Database
import Foundation
import House
import Records

/// A guest's wish not to be written to again by anybody here, or its withdrawal.
package struct Objection {
  package let connection: any Connection
  package let now: Date

  package init(connection: any Connection, now: Date) {
    self.connection = connection
    self.now = now
  }

  /// The number of days for which the link that objected can take it back.
  package static let daysToTakeBack = 14

  /// The content of an objection link's page.
  package struct View: Sendable {
    /// Empty if no mail has gone to them from here.
    package let address: String
    package let hasObjected: Bool
    package let canTakeBack: Bool

    package init(address: String, hasObjected: Bool, canTakeBack: Bool) {
      self.address = address
      self.hasObjected = hasObjected
      self.canTakeBack = canTakeBack
    }
  }

  /// - Throws: `AppError.invitationGone` for somebody who has been erased: nothing is left of them that could be used.
  package func view(_ guest: GuestID) throws -> View {
    _ = try place(of: guest)
    let addresses = try OutboxStore(connection: connection).reached(guest)
    let own = try ObjectionStore(connection: connection).entries(of: guest)
    let listed = try SuppressionStore(connection: connection).listed(among: addresses)
    return View(
      address: addresses.first ?? "",
      hasObjected: !own.isEmpty || !addresses.isEmpty && listed.count == Set(addresses).count,
      canTakeBack: !own.isEmpty && own.allSatisfy(isYoung))
  }

  /// Lists every address that mail has gone to, ends their invitations from all hosts, and stops mail to them. Somebody
  /// nothing has been sent to got the link some other way: in that case only the host who gave it to them writes no
  /// more, because anybody could have put any address beside it.
  package func take(_ guest: GuestID) throws {
    let (person, party) = try place(of: guest)
    let addresses = try OutboxStore(connection: connection).reached(guest)
    let suppression = SuppressionStore(connection: connection)
    var added = try addresses.compactMap { try suppression.add($0, at: now) }
    if addresses.isEmpty { added = [""] }
    let store = ObjectionStore(connection: connection)
    for hash in added { try store.add(hash, of: guest, at: now) }
    let keys = Array(Set(addresses.flatMap { [MailAddress.key($0), SuppressionKey.normalise($0) ?? ""] }))
    for (guest, party) in try store.guests(at: keys) + store.guests(of: person) + [(guest, party)] {
      try end(guest, party)
    }
  }

  /// Removes from the list whatever this link put there. Invitations that ended stay ended; their page accepts answers
  /// as before.
  /// - Throws: `AppError.conflict` if this link put nothing there, or it is too late.
  package func takeBack(_ guest: GuestID) throws {
    _ = try place(of: guest)
    let store = ObjectionStore(connection: connection)
    let own = try store.entries(of: guest)
    guard !own.isEmpty, own.allSatisfy(isYoung) else { throw AppError.conflict(Message("objection.back.late")) }
    let suppression = SuppressionStore(connection: connection)
    for entry in own where !entry.hash.isEmpty { _ = try suppression.remove(fingerprint: entry.hash) }
    try store.remove(of: guest)
    try GuestStore(connection: connection).note("objectionBack", of: guest, at: now)
  }

  private func isYoung(_ entry: ObjectionStore.Entry) -> Bool {
    now < entry.at.addingTimeInterval(Double(Self.daysToTakeBack) * 86_400)
  }

  private func place(of guest: GuestID) throws -> (PersonID, PartyID) {
    guard let place = try GuestStore(connection: connection).place(of: guest) else {
      throw AppError.invitationGone
    }
    return place
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
