import Core
import Foundation
import House
import Logging
import Mail
import Records

/// Without a mail server, the letters a host sends in person are also drafts in the outbox folder, each once.
package struct DraftFolder {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  /// Writes the letters that were handed out. A folder that can't be written to is only logged, since each letter's
  /// page has the draft as well.
  package func file(_ party: PartyID, of host: Host) async throws {
    guard services.settings.smtp == nil else { return }
    let folder = OutboxFolder(services.settings.outboxFolder)
    for (mail, guest) in try await handedOver(party, host.id) {
      do {
        try await folder.send(try services.envelope(mail, host: host, guest: guest, isDraft: true))
      } catch {
        services.logger.warning("draft not filed", metadata: ["mail": "\(mail.id)", "error": "\(error)"])
      }
    }
  }

  private func handedOver(_ party: PartyID, _ host: HostID) async throws -> [(OutgoingMail, Guest)] {
    try await services.database.read { connection in
      let guests = GuestStore(connection: connection)
      let suppression = SuppressionStore(connection: connection)
      return try OutboxStore(connection: connection).mails(of: party, host: host).compactMap { mail in
        guard mail.kind == .letter, mail.state == .byHand, !mail.recipient.isEmpty, let id = mail.guest,
          try !suppression.contains(mail.recipient)
        else { return nil }
        return (mail, try guests.guest(id, of: party).guest)
      }
    }
  }
}
