import Core
import Database
import Formats
import Foundation
import House
import Records

/// Sends one guest their calendar entry, its change, or its end, and remembers what they have. The mail is in the
/// outbox when the transaction ends.
package struct EntryPost {
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

  /// Sends the entry with the news that the date is confirmed.
  package func invite(_ guest: KnownGuest) throws {
    try send(.request, .confirmation, guest, note: GuestEvent.confirmed) {
      try $0.confirmation(for: guest, party: party, host: host, connection: connection)
    }
  }

  /// Sends the same entry with another time.
  /// - Parameter old: the time at which the guest was expected before.
  package func move(_ guest: KnownGuest, from old: Date) throws {
    try send(.request, .change, guest) {
      try $0.change(from: old, for: guest, party: party, host: host, connection: connection)
    }
  }

  /// The same beginning, another length or zone.
  func adjust(_ guest: KnownGuest) throws {
    try send(.request, .change, guest) {
      try $0.adjustment(for: guest, party: party, host: host, connection: connection)
    }
  }

  /// Sends the entry with their new answer.
  func renew(_ guest: KnownGuest) throws {
    try send(.request, .confirmation, guest) {
      try $0.answerNoted(for: guest, party: party, host: host, connection: connection)
    }
  }

  /// Sends the same entry with the guest's new link.
  func relink(_ guest: KnownGuest) throws {
    try send(.request, .newLink, guest) {
      try $0.newLink(for: guest, party: party, host: host, hasEntry: true)
    }
  }

  /// After the guest's own no.
  package func takeBack(_ guest: KnownGuest) throws {
    try send(.cancel, .cancellation, guest) {
      try $0.removal(for: guest, party: party, host: host, connection: connection)
    }
  }

  /// Sends it with the seat, to somebody who was waiting.
  package func admit(_ guest: KnownGuest) throws {
    try send(.request, .confirmation, guest, note: GuestEvent.confirmed) {
      try $0.admission(for: guest, party: party, host: host, connection: connection)
    }
  }

  /// Sends its end with the news that the host takes the invitation back.
  package func withdraw(_ guest: KnownGuest) throws {
    try send(.cancel, .cancellation, guest) {
      try $0.withdrawal(for: guest, party: party, host: host, connection: connection)
    }
  }

  /// Sends its end because the party won't take place.
  package func cancel(_ guest: KnownGuest) throws {
    try send(.cancel, .cancellation, guest) {
      try $0.cancellation(reason: party.cancelReason, for: guest, party: party, host: host, connection: connection)
    }
  }

  /// A guest without an address that calendars can handle gets no mail: their page has the date and the file. They must
  /// not keep the others from getting theirs.
  private func send(
    _ method: CalendarEntry.Method, _ kind: OutgoingMail.Kind, _ guest: KnownGuest, note: String? = nil,
    letter: (LetterComposition) throws -> Letter
  ) throws {
    guard Correspondent(address: guest.email).hasUsableAddress else { return }
    let sequence = try EntryStore(connection: connection).advance(
      for: guest.guest, of: party, stands: method == .request)
    let text = try PartyEntry(services: services, party: party, host: host, honour: guest.guest.honour).mailed(
      method, sequence: sequence, to: guest)
    let postbox = Postbox(services: services)
    let mail = postbox.mail(
      try letter(LetterComposition(services: services)), kind: kind,
      key: "\(kind.rawValue):\(guest.guest.id):\(sequence)", guest: guest, party: party, host: host,
      calendar: (text: text, method: method.rawValue))
    try postbox.post(mail, connection)
    if let note { try GuestStore(connection: connection).note(note, of: guest.guest.id, at: services.now()) }
  }
}
