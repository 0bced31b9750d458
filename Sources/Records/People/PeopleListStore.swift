import Core
import Database
import Formats
import Foundation

/// The lists that hosts imported, and the people on them.
package struct PeopleListStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  /// With counts, newest first.
  package func lists(of host: HostID) throws -> [PeopleList.Counted] {
    try connection.remembered(
      """
      SELECT people_list.id, people_list.name, count(provenance.person_id) AS n
      FROM people_list LEFT JOIN provenance ON provenance.list_id = people_list.id
      WHERE people_list.host_id = \(host)
      GROUP BY people_list.id, people_list.name ORDER BY people_list.id DESC
      """
    ) { rows in
      try rows.map { PeopleList.Counted(id: try $0.get("id"), name: try $0.get("name"), people: try $0.get("n")) }
    }
  }

  /// The list that was made from a file with this content.
  package func list(digest: String, of host: HostID) throws -> PeopleList? {
    try connection.row(
      """
      SELECT \(Self.columns) FROM people_list JOIN occasion ON occasion.id = people_list.occasion_id
      WHERE people_list.host_id = \(host) AND people_list.digest = \(digest) ORDER BY people_list.id LIMIT 1
      """
    ).map(PeopleList.init)
  }

  package func list(_ id: PeopleListID, of host: HostID) throws -> PeopleList? {
    try connection.row(
      """
      SELECT \(Self.columns) FROM people_list JOIN occasion ON occasion.id = people_list.occasion_id
      WHERE people_list.host_id = \(host) AND people_list.id = \(id)
      """
    ).map(PeopleList.init)
  }

  package func insert(_ list: PeopleList, digest: String, of host: HostID) throws {
    try connection.execute(
      """
      INSERT INTO people_list (
        id, host_id, occasion_id, name, source, source_words, kind, file_name, digest, address, imported_at)
      VALUES (
        \(list.id), \(host), \(list.occasion.id), \(list.name), \(list.source.kind), \(list.source.words), \(list.kind),
        \(list.fileName), \(digest), \(list.address), \(list.importedAt))
      """)
  }

  /// Puts the surviving person of a merger on the other one's lists too.
  package func addProvenance(of person: PersonID, to other: PersonID) throws {
    try connection.execute(
      """
      INSERT INTO provenance (person_id, list_id, line, attendance)
      SELECT \(other), list_id, line, attendance FROM provenance WHERE person_id = \(person)
      ON CONFLICT (person_id, list_id) DO NOTHING
      """)
  }

  /// The list that a letter names as the origin of the address: the one of the party's occasion, otherwise the newest.
  package func origin(of person: PersonID, preferring occasion: OccasionID?) throws -> AddressOrigin? {
    let row = try connection.row(
      """
      SELECT people_list.name, people_list.imported_at
      FROM provenance JOIN people_list ON people_list.id = provenance.list_id
      WHERE provenance.person_id = \(person)
      ORDER BY CASE WHEN people_list.occasion_id = \(occasion?.description ?? "") THEN 0 ELSE 1 END,
        people_list.imported_at DESC
      LIMIT 1
      """)
    return try row.map { AddressOrigin(list: try $0.get("name"), importedAt: try $0.get("imported_at")) }
  }

  /// Stores the host's latest description of the list: its name, occasion and source.
  package func update(_ id: PeopleListID, name: String, occasion: OccasionID, source: ListSource) throws {
    try connection.execute(
      """
      UPDATE people_list SET name = \(name), occasion_id = \(occasion), source = \(source.kind),
        source_words = \(source.words)
      WHERE id = \(id)
      """)
  }

  /// Records that the same programme was fetched again.
  package func renew(_ id: PeopleListID, digest: String, at now: Date) throws {
    try connection.execute("UPDATE people_list SET digest = \(digest), imported_at = \(now) WHERE id = \(id)")
  }

  /// The first people of the list, by name, who are no longer in an import.
  package func missing(from importing: ImportID, of list: PeopleListID, limit: Int) throws -> [String] {
    try connection.rows(
      """
      SELECT person.name, person.email FROM provenance JOIN person ON person.id = provenance.person_id
      WHERE provenance.list_id = \(list) AND NOT EXISTS (
        SELECT 1 FROM import_row WHERE import_row.import_id = \(importing) AND import_row.status = 'person'
          AND (import_row.name_key = person.name_key OR import_row.email_key = person.email_key
            OR import_row.likeness_key = person.likeness_key AND import_row.likeness_key <> ''))
      ORDER BY person.search_key LIMIT \(limit)
      """
    ) { row in
      let name: String = try row.get("name")
      return name.isEmpty ? try row.get("email") : name
    }
  }

  /// The origins of people, each list once; newest first.
  package func provenance(of people: [PersonID]) throws -> [PersonID: [Provenance]] {
    try connection.remembered(
      """
      SELECT \(Self.columns), provenance.person_id, provenance.line
      FROM provenance JOIN people_list ON people_list.id = provenance.list_id
        JOIN occasion ON occasion.id = people_list.occasion_id
      WHERE provenance.person_id IN \(list: people) ORDER BY people_list.imported_at DESC, people_list.id DESC
      """
    ) { rows in
      var found: [PersonID: [Provenance]] = [:]
      for row in rows {
        let provenance = Provenance(list: try PeopleList(row), line: try row.get("line"))
        found[try row.get("person_id"), default: []].append(provenance)
      }
      return found
    }
  }

  /// Records that the person is on the list, with its statement about their attendance; a newer file of the same list
  /// may say more.
  package func put(_ person: PersonID, on list: PeopleListID, line: Int, attendance: Attendance? = nil) throws {
    try connection.execute(
      """
      INSERT INTO provenance (person_id, list_id, line, attendance)
      VALUES (\(person), \(list), \(line), \(attendance?.rawValue ?? ""))
      ON CONFLICT (person_id, list_id) DO UPDATE SET attendance =
        CASE WHEN excluded.attendance <> '' THEN excluded.attendance ELSE provenance.attendance END
      """)
  }

  private static let columns: SQL =
    """
    people_list.id, people_list.name, people_list.occasion_id, people_list.source, people_list.source_words,
    people_list.kind, people_list.file_name, people_list.address, people_list.imported_at, occasion.kind AS occasion_kind,
    occasion.name AS occasion_name, occasion.year AS occasion_year, occasion.spoken_place
    """
}

extension PeopleList {
  package init(_ row: Row) throws {
    self.init(
      id: try row.get("id"), name: try row.get("name"), occasion: try Occasion(row, id: "occasion_id"),
      source: try ListSource(row), kind: try row.get("kind"), fileName: try row.get("file_name"),
      address: try row.get("address"),
      importedAt: try row.get("imported_at"))
  }
}

extension ListSource {
  package init(_ row: Row) throws {
    self.init(try row.get("source"), words: try row.get("source_words"))
  }
}
