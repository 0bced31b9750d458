import Core
import Database

/// People of an address book who may be one: with like names, however spelled, and never declared to be two.
package struct LikenessStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  /// The pairs of a host, for use in a counting statement.
  static func pairs(of host: HostID) -> SQL {
    """
    SELECT pair.one, pair.other FROM (
      SELECT person.id AS other, (
        SELECT min(earlier.id) FROM person AS earlier
        WHERE earlier.host_id = person.host_id AND earlier.likeness_key = person.likeness_key AND earlier.id < person.id
          AND NOT EXISTS (
            SELECT 1 FROM person_apart
            WHERE person_apart.one_person = earlier.id AND person_apart.other_person = person.id)) AS one
      FROM person WHERE person.host_id = \(host) AND person.likeness_key IN (
        SELECT likeness_key FROM person WHERE host_id = \(host) AND likeness_key <> ''
        GROUP BY likeness_key HAVING count(*) > 1)) AS pair
    WHERE pair.one IS NOT NULL
    """
  }

  /// The first of them, longest known first.
  package func pairs(of host: HostID, limit: Int) throws -> [(one: Person, other: Person)] {
    let pairs = try connection.rows("\(Self.pairs(of: host)) ORDER BY pair.other LIMIT \(limit)") { row in
      (one: try row.get("one", as: PersonID.self), other: try row.get("other", as: PersonID.self))
    }
    let ids = Array(Set(pairs.flatMap { [$0.one, $0.other] }))
    let people = Dictionary(
      try PersonStore(connection: connection).people(ids, of: host).map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first })
    return pairs.compactMap { pair in
      guard let one = people[pair.one], let other = people[pair.other] else { return nil }
      return (one, other)
    }
  }

  /// Records that two people of the host are two.
  package func keepApart(_ one: PersonID, _ other: PersonID) throws {
    let pair = [one, other].sorted()
    try connection.execute(
      """
      INSERT INTO person_apart (one_person, other_person) VALUES (\(pair[0]), \(pair[1]))
      ON CONFLICT (one_person, other_person) DO NOTHING
      """)
  }

  /// When two people are merged, the result is kept apart from everybody that either was kept apart from.
  package func unite(_ first: PersonID, with second: PersonID) throws {
    try connection.execute(
      """
      INSERT INTO person_apart (one_person, other_person)
      SELECT CASE WHEN pair.other < \(first) THEN pair.other ELSE \(first) END,
        CASE WHEN pair.other < \(first) THEN \(first) ELSE pair.other END
      FROM (
        SELECT CASE WHEN one_person = \(second) THEN other_person ELSE one_person END AS other FROM person_apart
        WHERE one_person = \(second) OR other_person = \(second)) AS pair
      WHERE pair.other <> \(first)
      ON CONFLICT (one_person, other_person) DO NOTHING
      """)
    try connection.execute("UPDATE import_row SET like_person = \(first) WHERE like_person = \(second)")
    try connection.execute("UPDATE import_likeness SET other_person = \(first) WHERE other_person = \(second)")
  }

  /// Computes the keys of people who were stored before there were any.
  /// - Returns: true if there may be more.
  package func fillKeys(limit: Int) throws -> Bool {
    let people = try connection.rows("SELECT id, name FROM person WHERE likeness_key IS NULL LIMIT \(limit)") { row in
      (id: try row.get("id", as: PersonID.self), name: try row.get("name", as: String.self))
    }
    for person in people {
      try connection.execute(
        "UPDATE person SET likeness_key = \(LikenessKey.key(of: person.name)) WHERE id = \(person.id)")
    }
    return people.count == limit
  }
}
