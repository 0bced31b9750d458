import Core
import Database
import Foundation

/// The list of those whom a host added one by one, one list for each way of coming by an address: letters say which.
package struct HandList {
  let connection: any Connection
  let host: HostID
  let source: ListSource

  /// Nobody stands on a line of it.
  package static let line = 0

  package init(connection: any Connection, host: HostID, source: ListSource) {
    self.connection = connection
    self.host = host
    self.source = source
  }

  /// The list, made where there is none yet.
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
