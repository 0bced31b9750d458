import Core
import Database
import Formats
import Foundation
import House
import Records

/// The outcome for a mail that was handed over.
package enum Delivered: Sendable, Equatable {
  case stored
  /// It has come before.
  case known
  /// None of its addresses is one of ours.
  case notOurs
}

extension Services {
  /// Bytes of a mail that are kept until it has been read; anything beyond is attachments.
  package static let incomingBytes = 2 << 20

  /// Accepts a mail: when this returns, it is on disk.
  /// - Parameters:
  ///   - recipients: the server's recipients; the mail may name more.
  /// - Throws: if it could not be stored, so that the server keeps it and tries again.
  package func deliver(_ data: Data, to recipients: [String]) async throws -> Delivered {
    let data = Data(data.prefix(Self.incomingBytes))
    let print = MailFingerprint(data)
    guard let replies = replyAddress,
      let address = (recipients + print.recipients).first(where: { replies.guest(in: $0) != nil })
    else { return .notOurs }
    let (id, fingerprint, now) = (newID(Entity.IncomingMail.self), SHA256Text.hash(print.bytes), now())
    let isNew = try await database.write {
      try IncomingStore(connection: $0).add(id, data, to: address.lowercased(), fingerprint: fingerprint, at: now)
    }
    return isNew ? .stored : .known
  }
}
