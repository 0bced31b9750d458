import Core
import Database
import Foundation
import House
import Records

/// Tells a host's programs what happened, in the transaction in which it happened. Things are named by their ids alone:
/// for details, a program asks the API with a token, which may be revoked.
package struct WebhookNews {
  let services: Services
  let connection: any Connection
  /// The host's webhooks, if they are already known.
  var webhooks: [Webhook]?

  package enum Event: String, Sendable, CaseIterable {
    case accepted = "guest.accepted"
    case declined = "guest.declined"
    case dateConfirmed = "date.confirmed"
    case dateMoved = "date.moved"
    case ended = "evening.ended"
  }

  package init(services: Services, connection: any Connection, webhooks: [Webhook]? = nil) {
    self.services = services
    self.connection = connection
    self.webhooks = webhooks
  }

  package func tell(_ event: Event, of host: HostID, party: PartyID, guest: GuestID? = nil) throws {
    let store = WebhookStore(connection: connection)
    let webhooks = try webhooks ?? store.webhooks(of: host)
    guard !webhooks.isEmpty else { return }
    var message = ["event": event.rawValue, "at": LocalTime.machineText(services.now()), "party": party.description]
    message["guest"] = guest?.description
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let body = String(decoding: try encoder.encode(message), as: UTF8.self)
    try store.tell(body, about: guest, to: webhooks, at: services.now()) { services.newID() }
  }

  /// Reports evenings that ended since the last look: their end is recorded by their floor, which knows nothing of
  /// webhooks.
  func tellOfEnds() throws {
    let store = WebhookStore(connection: connection)
    for (party, host) in try store.untoldEnds(limit: 100) {
      try store.noteEndTold(party)
      try tell(.ended, of: host, party: party)
    }
  }
}
