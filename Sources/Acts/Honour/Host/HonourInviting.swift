import Core
import Database
import Foundation
import House
import Records

/// From a name to a seat, a letter, and the consequences of moving the slot; each step inside the transaction it is
/// given.
package struct HonourInviting {
  package let services: Services
  package let connection: any Connection
  package let party: Party
  package let host: Host

  package init(services: Services, connection: any Connection, party: Party, host: Host) {
    self.services = services
    self.connection = connection
    self.party = party
    self.host = host
  }

  /// Gives somebody the seat; nobody is written to yet.
  /// - Throws: `AppError.conflict` if the party has a guest of honour, or they are already a guest; `FieldErrors`.
  package func seat(_ entry: HonourEntry) throws {
    guard !party.isDone else { throw AppError.conflict(Message("waves.problem.over")) }
    guard try HonourStore(connection: connection).honour(of: party.id) == nil else {
      throw AppError.conflict(Message("honour.refused.taken"))
    }
    let person = try person(entry)
    let guests = try GuestStore(connection: connection).everybody(of: party.id)
    // Somebody set aside on the shortlist, or invited before and taken back, may still be honoured.
    if let known = guests.first(where: { $0.guest.person == person }) {
      guard known.guest.standing == .excluded, !known.guest.wasWrittenTo else {
        throw AppError.conflict(Message("honour.refused.guest", ["name": known.name]))
      }
      try GuestStore(connection: connection).delete(known.guest.id, of: party.id)
    }
    let guest = Guest(honoured: person, id: services.newID(), party: party.id)
    let hash = services.personalToken(guest.id, number: guest.linkNumber).hash
    try GuestStore(connection: connection).insert(guest, linkHash: hash, at: services.now())
    var honour = Honour(guest: guest.id, party: party.id, role: .guest, reason: "", beginsAfter: 0, minutes: 20)
    entry.apply(to: &honour)
    try HonourStore(connection: connection).insert(honour)
  }

  /// Changes role, reason and slot. A guest who has the entry gets the new one.
  package func change(_ honour: Honour, to entry: HonourEntry) throws {
    var changed = honour
    entry.apply(to: &changed)
    let isMoved = (changed.beginsAfter, changed.minutes) != (honour.beginsAfter, honour.minutes)
    // A delay was about the time before.
    if isMoved { (changed.slotChanges, changed.lateMinutes) = (changed.slotChanges + 1, 0) }
    try HonourStore(connection: connection).update(changed)
    guard isMoved else { return }
    let guest = try GuestStore(connection: connection).guest(honour.guest, of: party.id)
    try DateTelling(party, services: services, connection: connection).tell(guest)
  }

  /// Frees the seat, for somebody else or for nobody. A guest who was written to is told.
  package func release(_ honour: Honour) throws {
    let store = GuestStore(connection: connection)
    var guest = try store.guest(honour.guest, of: party.id)
    let isHandedOver = try OutboxStore(connection: connection).handedOver(of: party.id).contains(honour.guest)
    guard guest.guest.wasWrittenTo || isHandedOver else { return try store.delete(honour.guest, of: party.id) }
    var facts = try WaveFacts(party, host: host, connection: connection)
    facts.guests.append(guest)
    try Waves(services: services, connection: connection).withdraw(honour.guest, facts)
    try HonourStore(connection: connection).delete(honour.guest)
    guest = try store.guest(honour.guest, of: party.id)
    guest.guest.standing = .excluded
    try store.update(guest.guest)
  }

  /// Somebody from the address book, by choice or by their address; otherwise a new entry in it.
  private func person(_ entry: HonourEntry) throws -> PersonID {
    let store = PersonStore(connection: connection)
    if let id = entry.person { return try store.person(id, of: host.id).id }
    let record = try entry.record()
    if let key = record.emailKey, let known = try store.person(emailKey: key, of: host.id) { return known }
    let id = services.newID(Entity.Person.self)
    try store.insert(record, as: id, of: host.id, at: services.now())
    return id
  }
}

extension Guest {
  /// A guest of honour before their letter.
  fileprivate init(honoured person: PersonID, id: GuestID, party: PartyID) {
    self.init(
      id: id, party: party, person: person, standing: .chosen, position: 0, isPinned: false, isMustHave: false,
      invitation: Invitation(), linkNumber: 1, wave: 0, wishes: "", brings: "", arrives: "", leaves: "", zone: "",
      card: Card(), letter: LetterEdits(), salutation: "")
  }
}
