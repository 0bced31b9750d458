import Acts
import Core
import Foundation
import HTTPTypes
import House
import Hummingbird
import NIOCore
import Records
import Site

/// Downloads of drafts. They change nothing: a letter counts as sent only when the host says so.
package struct LetterDraftRoutes {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  /// The invitation as it would leave now, or as it is in the outbox.
  @Sendable package func letter(_ request: Request, _ context: PartyContext) async throws -> Response {
    let partyID = try context.id("party", of: Entity.Party.self)
    let guestID = try context.id("guest", of: Entity.Guest.self)
    let draft = try await services.read { [services] connection -> Draft in
      let party = try PartyStore(connection: connection).party(partyID, of: context.host.id)
      let guest = try GuestStore(connection: connection).guest(guestID, of: partyID)
      let stored = try OutboxStore(connection: connection).mails(to: guestID).first {
        $0.kind == .letter && !$0.text.isEmpty
      }
      if let stored { return try Draft(stored, guest.guest, connection) }
      let letter = try LetterComposition(services: services).invitation(
        for: guest, party: party, host: context.host, connection: connection)
      let mail = Postbox(services: services).mail(
        letter, kind: .letter, key: "letter:\(guestID)", guest: guest, party: party, host: context.host)
      return try Draft(mail, guest.guest, connection)
    }
    return try response(draft, host: context.host)
  }

  /// Any mail of the outbox.
  @Sendable package func mail(_ request: Request, _ context: PartyContext) async throws -> Response {
    let partyID = try context.id("party", of: Entity.Party.self)
    let mailID = try context.id("mail", of: Entity.OutboxMail.self)
    let draft = try await services.read { connection in
      let mail = try OutboxStore(connection: connection).mail(mailID, of: partyID, host: context.host.id)
      guard let guest = mail.guest, !mail.kind.isForHost, !mail.text.isEmpty else { throw AppError.notFound }
      return try Draft(mail, try GuestStore(connection: connection).guest(guest, of: partyID).guest, connection)
    }
    return try response(draft, host: context.host)
  }

  private struct Draft: Sendable {
    let mail: OutgoingMail
    let guest: Guest
    let isSuppressed: Bool

    init(_ mail: OutgoingMail, _ guest: Guest, _ connection: Transaction) throws {
      (self.mail, self.guest) = (mail, guest)
      isSuppressed = try SuppressionStore(connection: connection).contains(mail.recipient)
    }
  }

  private func response(_ file: Draft, host: Host) throws -> Response {
    let draft = LetterDraft(services: services)
    let bytes = try draft.bytes(file.mail, host: host, guest: file.guest, isSuppressed: file.isSuppressed)
    return Response(
      status: .ok,
      headers: [
        .contentType: "message/rfc822", .cacheControl: "no-store",
        .contentDisposition: "attachment; filename=\"\(draft.fileName(file.mail.recipientName))\"",
      ],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }
}
