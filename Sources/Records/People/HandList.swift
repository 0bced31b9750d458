import Core
import Database
import Foundation

/// The list of people a host added one by one, a separate list for each origin of an address, since letters state it.
package struct HandList {
  let connection: any Connection
  let host: HostID
  let source: ListSource

  /// The line of people who come from no line.
  package static let line = 0

  package init(connection: any Connection, host: HostID, source: ListSource) {
    self.connection = connection
    self.host = host
    self.source = source
  }

  /// The list, created if it doesn't exist yet.
  package func list(
    named name: String, or fresh: PeopleListID, _ occasion: OccasionID, at now: Date
  ) throws -> PeopleListID {
    let lists = PeopleListStore(connection: connection)
    let digest = "hand:\(source.kind.rawValue):\(source.words)"
    if let known = try lists.list(digest: digest, of: host) { return known.id }
    let occasions = OccasionStore(connection: connection)
    let told = LetterOccasion(.none)
    let kept = try occasions.keep(told, as: occasion, of: host, at: now)
    let list = PeopleList(
      id: fresh, name: name, occasion: Occasion(id: kept, told: told), source: source, kind: "", fileName: "",
      importedAt: now)
    try lists.insert(list, digest: digest, of: host)
    return fresh
  }
}
