import Core
import Database
import Foundation
import House

/// A host's search in the address book.
package struct PeopleQuery: Sendable, Equatable {
  /// As typed; umlauts and ß either way.
  package var words = ""
  package var list: PeopleListID?

  package init(words: String = "", list: PeopleListID? = nil) {
    self.words = words
    self.list = list
  }

  package var isEmpty: Bool { words.isEmpty && list == nil }

  /// Each of them has to be found, in any field.
  var folds: [String] {
    SearchKey.fold(words.cut(to: 200)).split(separator: " ").map(String.init)
  }
}

/// Searches people, in the order of their folded names.
package struct AddressBookStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  package static let pageSize = 50

  package func count(_ query: PeopleQuery, of host: HostID) throws -> Int {
    try counts(query, of: host).found
  }

  /// The numbers of people found, of all people, and of pairs who may be one person.
  package func counts(_ query: PeopleQuery, of host: HostID) throws -> (found: Int, total: Int, pairs: Int) {
    let all: SQL = "SELECT count(*) FROM person WHERE host_id = \(host)"
    let found: SQL = query.isEmpty ? all : "SELECT count(*) FROM person WHERE \(condition(query, host))"
    return try connection.remembered(
      """
      SELECT (\(found)) AS found, (\(all)) AS total,
        (SELECT count(*) FROM (\(LikenessStore.pairs(of: host))) AS alike) AS pairs
      """
    ) { rows in
      (try rows.first?.get("found") ?? 0, try rows.first?.get("total") ?? 0, try rows.first?.get("pairs") ?? 0)
    }
  }

  /// Includes the latest state as a guest for everybody who was ever written to.
  /// - Parameter page: from 1.
  package func page(
    _ page: Int, of query: PeopleQuery, of host: HostID
  ) throws -> (people: [Person], states: [PersonID: GuestState]) {
    let offset = (max(1, page) - 1) * Self.pageSize
    // One row for each topic, and one for a person without any.
    let sql: SQL = """
      SELECT person.*, person_topic.topic, (
        SELECT guest.state FROM guest WHERE guest.person_id = person.id AND guest.state <> 'shortlisted'
        ORDER BY guest.id DESC LIMIT 1) AS guest_state
      FROM (
        SELECT * FROM person WHERE \(condition(query, host)) ORDER BY search_key, id
        LIMIT \(Self.pageSize) OFFSET \(offset)) AS person
        LEFT JOIN person_topic ON person_topic.person_id = person.id
      ORDER BY person.search_key, person.id, person_topic.position
      """
    return try connection.remembered(sql, as: gathered)
  }

  private func gathered(_ rows: [Row]) throws -> (people: [Person], states: [PersonID: GuestState]) {
    var topics: [PersonID: [String]] = [:]
    var states: [PersonID: GuestState] = [:]
    var found: [(id: PersonID, row: Row)] = []
    for row in rows {
      let id: PersonID = try row.get("id")
      if topics[id] == nil {
        found.append((id, row))
        states[id] = try row.find("guest_state")
      }
      topics[id, default: []] += try row.find("topic").map { [$0] } ?? []
    }
    return (try found.map { try Person($0.row, topics: topics[$0.id] ?? []) }, states)
  }

  /// A person's position in the order of the address book: by the stored key, which an older version may have made.
  package struct Place: Sendable, Equatable {
    let key: String
    let id: PersonID
  }

  /// Up to `limit` people after a position, for going through all of them in batches.
  /// - Returns: also the position of the last one; nil if there is nobody.
  package func people(
    _ query: PeopleQuery, of host: HostID, after place: Place?, limit: Int
  ) throws -> (people: [Person], last: Place?) {
    var condition = condition(query, host)
    if let place { condition = condition + " AND (search_key, id) > (\(place.key), \(place.id))" }
    let rows = try connection.rows(
      "SELECT * FROM person WHERE \(condition) ORDER BY search_key, id LIMIT \(limit)")
    let last = try rows.last.map { Place(key: try $0.get("search_key"), id: try $0.get("id")) }
    return (try people(rows), last)
  }

  private func people(_ sql: SQL) throws -> [Person] { try people(connection.rows(sql)) }

  private func people(_ rows: [Row]) throws -> [Person] {
    let ids: [PersonID] = try rows.map { try $0.get("id") }
    let topics = try PersonStore(connection: connection).topics(of: ids)
    return try zip(rows, ids).map { try Person($0, topics: topics[$1] ?? []) }
  }

  private func condition(_ query: PeopleQuery, _ host: HostID) -> SQL {
    var parts: [SQL] = ["host_id = \(host)"]
    for fold in query.folds { parts.append(.lowerCase("search_key", contains: fold)) }
    if let list = query.list { parts.append("id IN (SELECT person_id FROM provenance WHERE list_id = \(list))") }
    return .join(parts, separator: " AND ")
  }
}
