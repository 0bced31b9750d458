import Core
import Database
import Foundation

/// What a host looks for in the address book.
package struct PeopleQuery: Sendable, Equatable {
  /// As typed; umlauts and ß either way.
  package var words = ""
  package var list: PeopleListID?

  package init(words: String = "", list: PeopleListID? = nil) {
    self.words = words
    self.list = list
  }

  package var isEmpty: Bool { words.isEmpty && list == nil }

  /// Each has to be found, in whichever field.
  var folds: [String] {
    SearchKey.fold(words.cut(to: 200)).split(separator: " ").map(String.init)
  }
}

/// Searches people, in the order of their folded names.
package struct AddressBookStore {
  let connection: any Connection

  package static let pageSize = 50

  package func count(_ query: PeopleQuery, of host: HostID) throws -> Int {
    try connection.count("SELECT count(*) AS n FROM person WHERE \(condition(query, host))")
  }

  /// - Parameter page: from 1.
  package func page(_ page: Int, of query: PeopleQuery, of host: HostID) throws -> [Person] {
    let offset = (max(1, page) - 1) * Self.pageSize
    return try people(
      """
      SELECT * FROM person WHERE \(condition(query, host)) ORDER BY search_key, id
      LIMIT \(Self.pageSize) OFFSET \(offset)
      """)
  }

  /// Up to `limit` people behind `last`, for going through all of them piece by piece.
  package func people(
    _ query: PeopleQuery, of host: HostID, after last: Person?, limit: Int
  ) throws -> [Person] {
    var condition = condition(query, host)
    if let last { condition = condition + " AND (search_key, id) > (\(last.record.searchKey), \(last.id))" }
    return try people("SELECT * FROM person WHERE \(condition) ORDER BY search_key, id LIMIT \(limit)")
  }

  private func people(_ sql: SQL) throws -> [Person] {
    let rows = try connection.rows(sql)
    let ids: [PersonID] = try rows.map { try $0.get("id") }
    let topics = try PersonStore(connection: connection).topics(of: ids)
    return try zip(rows, ids).map { try Person($0, topics: topics[$1] ?? []) }
  }

  private func condition(_ query: PeopleQuery, _ host: HostID) -> SQL {
    var parts: [SQL] = ["host_id = \(host)"]
    for fold in query.folds { parts.append("search_key LIKE \(LikePattern.containing(fold)) ESCAPE '\\'") }
    if let list = query.list { parts.append("id IN (SELECT person_id FROM provenance WHERE list_id = \(list))") }
    return .join(parts, separator: " AND ")
  }

  /// The newest state of each person as a guest, of those who were ever written to.
  package func guestStates(of people: [PersonID]) throws -> [PersonID: GuestState] {
    var states: [PersonID: GuestState] = [:]
    try connection.forEach(
      """
      SELECT person_id, state FROM guest WHERE person_id IN \(list: people) AND state <> 'shortlisted' ORDER BY id
      """
    ) { row in states[try row.get("person_id")] = try row.get("state") }
    return states
  }
}
