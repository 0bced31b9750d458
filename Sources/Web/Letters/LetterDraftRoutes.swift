import Core
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// Downloads of drafts. They change nothing: only what the host says is sent counts as sent.
struct LetterDraftRoutes {
  let services: Services

  /// The invitation as it would leave now, or as it stands in the outbox.
  @Sendable func letter(_ request: Request, _ context: HostContext) async throws -> Response {
    let partyID = try context.id("party", of: Entity.Party.self)
    let guestID = try context.id("guest", of: Entity.Guest.self)
    let (mail, guest) = try await services.database.read { [services] connection in
      let party = try PartyStore(connection: connection).party(partyID, of: context.host.id)
      let guest = try GuestStore(connection: connection).guest(guestID, of: partyID)
      let stored = try OutboxStore(connection: connection).mails(to: guestID).first { $0.kind == .letter }
      if let stored { return (stored, guest) }
      let letter = try LetterComposition(services: services).invitation(
        for: guest, party: party, host: context.host, connection: connection)
      let mail = Postbox(services: services).mail(
        letter, kind: .letter, key: "letter:\(guestID)", guest: guest, party: party, host: context.host)
      return (mail, guest)
    }
    return try response(mail, host: context.host, guest: guest.guest)
  }

  /// Any mail of the outbox.
  @Sendable func mail(_ request: Request, _ context: HostContext) async throws -> Response {
    let partyID = try context.id("party", of: Entity.Party.self)
    let mailID = try context.id("mail", of: Entity.OutboxMail.self)
    let (mail, guest) = try await services.database.read { connection in
      let mail = try OutboxStore(connection: connection).mail(mailID, of: partyID, host: context.host.id)
      guard let guest = mail.guest else { throw AppError.notFound }
      return (mail, try GuestStore(connection: connection).guest(guest, of: partyID))
    }
    return try response(mail, host: context.host, guest: guest.guest)
  }

  private func response(_ mail: OutgoingMail, host: Host, guest: Guest) throws -> Response {
    let draft = LetterDraft(services: services)
    let bytes = try draft.bytes(mail, host: host, guest: guest)
    return Response(
      status: .ok,
      headers: [
        .contentType: "message/rfc822", .cacheControl: "no-store",
        .contentDisposition: "attachment; filename=\"\(draft.fileName(mail.recipientName))\"",
      ],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }
}
