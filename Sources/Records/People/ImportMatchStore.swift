import Core
import Database

/// Finds, for rows of an import, the people already in the address book: by address; without one, by name and
/// organisation, as Core's `MergeBook` would if both were one list; and by the host's answers.
package struct ImportMatchStore {
  package let connection: any Connection
  package let importing: ImportID
  package let host: HostID

  package init(connection: any Connection, importing: ImportID, host: HostID) {
    self.connection = connection
    self.importing = importing
    self.host = host
  }

  /// The known people for the rows at these positions; new people are missing.
  package func matches(in positions: ClosedRange<Int>) throws -> [Int: PersonID] {
    var matches = try matchesByAddress(positions)
    for candidate in try candidatesByName(positions) where matches[candidate.position] == nil {
      matches[candidate.position] = try person(for: candidate)
    }
    let likeness = ImportLikenessStore(connection: connection, importing: importing, host: host)
    return matches.merging(try likeness.identified(in: positions)) { found, _ in found }
  }

  private func matchesByAddress(_ positions: ClosedRange<Int>) throws -> [Int: PersonID] {
    var matches: [Int: PersonID] = [:]
    try connection.forEach(
      """
      SELECT import_row.position, person.id
      FROM import_row JOIN person ON person.host_id = \(host) AND person.email_key = import_row.email_key
      WHERE import_row.import_id = \(importing) AND import_row.status = 'person' AND import_row.email_key <> ''
        AND import_row.position BETWEEN \(positions.lowerBound) AND \(positions.upperBound)
      """
    ) { matches[try $0.get("position")] = try $0.get("id") }
    return matches
  }

  /// The people in the address book with a row's name.
  private struct Candidate {
    let position: Int
    let emailKey: String
    let nameKey: String
    /// The first one without an address.
    let bare: PersonID?
    /// The number of rows of that name before it in the import, all people whom the list tells apart.
    let rank: Int
    /// A person with an address, the address, and the number of such people.
    let bearer: PersonID?
    let bearerKey: String?
    let bearers: Int
  }

  private func candidatesByName(_ positions: ClosedRange<Int>) throws -> [Candidate] {
    try connection.rows(
      """
      SELECT import_row.position, import_row.email_key, import_row.name_key,
        min(CASE WHEN person.email_key IS NULL THEN person.id END) AS bare,
        min(CASE WHEN person.email_key IS NOT NULL THEN person.id END) AS bearer,
        min(person.email_key) AS bearer_key, count(person.email_key) AS bearers,
        (SELECT count(*) FROM import_row AS before
          WHERE before.import_id = import_row.import_id AND before.status = 'person' AND before.email_key = ''
            AND before.name_key = import_row.name_key AND before.position < import_row.position) AS place
      FROM import_row JOIN person ON person.host_id = \(host) AND person.name_key = import_row.name_key
      WHERE import_row.import_id = \(importing) AND import_row.status = 'person' AND import_row.name_key <> ''
        AND import_row.position BETWEEN \(positions.lowerBound) AND \(positions.upperBound)
        AND NOT EXISTS (
          SELECT 1 FROM person AS same WHERE same.host_id = \(host) AND same.email_key = import_row.email_key)
      GROUP BY import_row.import_id, import_row.position, import_row.email_key, import_row.name_key
      """
    ) { row in
      Candidate(
        position: try row.get("position"), emailKey: try row.get("email_key"), nameKey: try row.get("name_key"),
        bare: try row.find("bare"), rank: try row.get("place"),
        bearer: try row.find("bearer"), bearerKey: try row.find("bearer_key"),
        bearers: try row.get("bearers"))
    }
  }

  private func person(for candidate: Candidate) throws -> PersonID? {
    if candidate.emailKey.isEmpty {
      if candidate.bare != nil { return try bare(candidate) }
      guard candidate.bearers == 1, let key = candidate.bearerKey else { return nil }
      return try isOnlyBearer(key, candidate) ? candidate.bearer : nil
    }
    guard let bare = candidate.bare, candidate.bearers == 0 else { return nil }
    return try isOnlyBearer(candidate.emailKey, candidate) ? bare : nil
  }

  /// Of several people of one name, it is the one who shares a topic with the row; a row without topics goes by order,
  /// and one that shares a topic with none of them is somebody else.
  private func bare(_ candidate: Candidate) throws -> PersonID? {
    let people: [PersonID] = try connection.rows(
      """
      SELECT id FROM person WHERE host_id = \(host) AND name_key = \(candidate.nameKey) AND email_key IS NULL
      ORDER BY created_at, id
      """
    ) { try $0.get("id") }
    guard people.count > 1 else { return candidate.rank == 0 ? people.first : nil }
    let topics = try topics(at: candidate.position)
    if topics.isEmpty { return candidate.rank < people.count ? people[candidate.rank] : nil }
    let known = try PersonStore(connection: connection).topics(of: people)
    let alike = people.filter { !topics.isDisjoint(with: known[$0] ?? []) }
    return alike.isEmpty ? nil : alike[min(candidate.rank, alike.count - 1)]
  }

  private func topics(at position: Int) throws -> Set<String> {
    let row = try connection.row(
      "SELECT topics FROM import_row WHERE import_id = \(importing) AND position = \(position)")
    return Set(try row?.get("topics", as: String.self).split(separator: "\n").map(String.init) ?? [])
  }

  /// True if nobody else in the import has the name with another address.
  private func isOnlyBearer(_ key: String, _ candidate: Candidate) throws -> Bool {
    try connection.count(
      """
      SELECT count(*) AS n FROM import_row
      WHERE import_id = \(importing) AND status = 'person' AND name_key = \(candidate.nameKey)
        AND email_key <> '' AND email_key <> \(key)
      """) == 0
  }
}
