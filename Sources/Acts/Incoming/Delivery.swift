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
    try await deliver([(data, recipients)])[0]
  }

  /// Several in one transaction: one wait for the disk.
  func deliver(_ mails: [(data: Data, recipients: [String])]) async throws -> [Delivered] {
    let (arrivals, now) = (mails.map { arrival($0.data, to: $0.recipients) }, now())
    if arrivals.allSatisfy({ $0 == nil }) { return arrivals.map { _ in .notOurs } }
    return try await database.write { connection in
      let store = IncomingStore(connection: connection)
      return try arrivals.map { arrival -> Delivered in
        guard let arrival else { return .notOurs }
        let isNew = try store.add(
          arrival.id, arrival.data, to: arrival.address, fingerprint: arrival.fingerprint, at: now)
        return isNew ? .stored : .known
      }
    }
  }

  private struct Arrival: Sendable {
    let id: IncomingMailID
    let data: Data
    let address: String
    let fingerprint: String
  }

  /// Nil for what is not ours.
  private func arrival(_ data: Data, to recipients: [String]) -> Arrival? {
    let data = Data(data.prefix(Self.incomingBytes))
    let print = MailFingerprint(data)
    guard let replies = replyAddress,
      let address = (recipients + print.recipients).first(where: { replies.guest(in: $0) != nil })
    else { return nil }
    return Arrival(
      id: newID(), data: data, address: address.lowercased(), fingerprint: SHA256Text.hash(print.bytes))
  }
}
