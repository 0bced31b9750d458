import Core
import Database
import Formats
import Foundation
import Hashes

/// Hosts' instructions about the headers of lists.
package struct HeaderStore {
  let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  package func headers(of host: HostID) throws -> HostHeaders {
    var advice: [String: HeaderAdvice] = [:]
    try connection.forEach("SELECT header_hash, advice FROM import_header WHERE host_id = \(host)") { row in
      let text: String = try row.get("advice")
      advice[try row.get("header_hash")] = try? JSONDecoder().decode(HeaderAdvice.self, from: Data(text.utf8))
    }
    return HostHeaders(advice: advice)
  }

  /// - Parameter hash: the header's, see `HostHeaders.hash`.
  package func keep(_ advice: HeaderAdvice, for hash: String, of host: HostID, at now: Date) throws {
    let text = String(decoding: try JSONEncoder().encode(advice), as: UTF8.self)
    try connection.execute(
      """
      INSERT INTO import_header (host_id, header_hash, advice, changed_at) VALUES (\(host), \(hash), \(text), \(now))
      ON CONFLICT (host_id, header_hash) DO UPDATE SET advice = excluded.advice, changed_at = excluded.changed_at
      """)
  }

  package func forget(_ hash: String, of host: HostID) throws {
    try connection.execute("DELETE FROM import_header WHERE host_id = \(host) AND header_hash = \(hash)")
  }
}

/// The headers that one host has given instructions about.
package struct HostHeaders: KnownHeaders, Equatable {
  let advice: [String: HeaderAdvice]

  package var isEmpty: Bool { advice.isEmpty }

  package func advice(for header: [String]) -> HeaderAdvice? {
    advice.isEmpty ? nil : Self.hash(of: header).flatMap { advice[$0] }
  }

  package func advice(hash: String) -> HeaderAdvice? { advice[hash] }

  /// Without the instructions to leave out sections: for a list that would then have nobody.
  package var readingAll: HostHeaders {
    HostHeaders(advice: advice.mapValues { HeaderAdvice(columns: $0.columns, beginsList: $0.beginsList) })
  }

  /// Case, white space and trailing empty cells don't matter. Nil for a header of empty cells.
  package static func hash(of header: [String]) -> String? {
    var cells = header.map { SearchKey.fold($0) }
    while cells.last?.isEmpty == true { cells.removeLast() }
    guard !cells.isEmpty else { return nil }
    return hexadecimal(HashFunction.sha256.hash(Data(cells.joined(separator: "\u{1F}").utf8)))
  }
}
