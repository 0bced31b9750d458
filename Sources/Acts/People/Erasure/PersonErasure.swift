import Core
import Database
import Records

/// Erases people with every trace of them: topics, provenance, their places at parties with answers, votes and history,
/// everything they said, wrote and promised there, mail to them and mail that names them, and their rows in imports. A
/// suppressed address stays suppressed: only its hash is known.
package struct PersonErasure {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  /// The work left to do outside the transaction; see `Services.forget`.
  package struct Traces: Sendable {
    /// Names and addresses for checking whether the file still contains them.
    var needles: Set<String> = []
    /// Uploaded files that name them.
    package var uploads: Set<ImportID> = []

    package init(needles: Set<String> = [], uploads: Set<ImportID> = []) {
      self.needles = needles
      self.uploads = uploads
    }

    package mutating func add(_ other: Traces) {
      needles.formUnion(other.needles)
      uploads.formUnion(other.uploads)
    }
  }

  /// - Parameter searchesAllMail: true to look for mail of others that names somebody who has no place at a party, and
  ///   may have had one.
  /// - Returns: nil if the host has no such person.
  package func erase(_ id: PersonID, of host: HostID, searchesAllMail: Bool = false) throws -> Traces? {
    let store = PersonErasureStore(connection: connection, host: host)
    guard let marks = try store.marks(of: id) else { return nil }
    let own = Set([marks.name, marks.email, marks.emailKey ?? ""]).filter { !$0.isEmpty }
    let names = try store.names(of: id).union(own).filter { !$0.isEmpty }
    var traces = Traces(needles: names.union(names.flatMap(Self.indexed)))
    let mails = MailErasureStore(connection: connection, host: host)
    for address in Set([marks.email, marks.emailKey ?? ""]) where !address.isEmpty { try mails.erase(to: address) }
    traces.uploads = try ImportErasureStore(connection: connection, host: host).erase(
      id, emailKey: marks.emailKey, nameKey: marks.nameKey, NameSearch(own))
    try FileNameStore(connection: connection, host: host).erase(naming: NameSearch(own))
    let guests = try store.guests(id)
    for guest in guests { try FloorEventStore(connection: connection).forget(guest) }
    try store.delete(id)
    try ReferralStore(connection: connection).erase(naming: NameSearch(own), of: host)
    try GuestMailStore(connection: connection).erase(naming: NameSearch(own), of: host)
    try HonourStore(connection: connection).eraseAssistant(naming: NameSearch(own), of: host)
    if searchesAllMail || !guests.isEmpty { try mails.blank(naming: NameSearch(names)) }
    return traces
  }

  /// The forms in which a name or an address stands in an index beside the row: to search by, and to find those who are called alike.
  private static func indexed(_ text: String) -> [String] {
    [text.lowercased(), SearchKey.fold(text), LikenessKey.key(of: text)].filter { !$0.isEmpty }
  }
}
