import Core
import Database
import Foundation
import House

/// The people of hosts. A host's person can be read only with the host's id.
package struct PersonStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  /// - Throws: `AppError.notFound` if the host has no such person.
  package func person(_ id: PersonID, of host: HostID) throws -> Person {
    guard let person = try people([id], of: host).first else { throw AppError.notFound }
    return person
  }

  /// The host's people among these, in no particular order.
  package func people(_ ids: [PersonID], of host: HostID) throws -> [Person] {
    let rows = try connection.rows("SELECT * FROM person WHERE host_id = \(host) AND id IN \(list: ids)")
    var topics: [PersonID: [String]] = [:]
    var talks: [PersonID: [String]] = [:]
    try connection.forEach(
      "SELECT person_id, topic, is_talk FROM person_topic WHERE person_id IN \(list: ids) ORDER BY person_id, position"
    ) { row in
      let (id, topic): (PersonID, String) = (try row.get("person_id"), try row.get("topic"))
      topics[id, default: []].append(topic)
      if try row.get("is_talk", as: Int.self) == 1 { talks[id, default: []].append(topic) }
    }
    return try rows.map { row in
      let id: PersonID = try row.get("id")
      return try Person(row, topics: topics[id] ?? [], talks: talks[id] ?? [])
    }
  }

  package func person(emailKey: String, of host: HostID) throws -> PersonID? {
    try connection.row("SELECT id FROM person WHERE host_id = \(host) AND email_key = \(emailKey)")?.get("id")
  }

  /// Pages where these people can be found; people without any are missing.
  package func links(of people: [PersonID]) throws -> [PersonID: [String]] {
    var links: [PersonID: [String]] = [:]
    try connection.forEach("SELECT id, links FROM person WHERE id IN \(list: people) AND links <> ''") { row in
      links[try row.get("id")] = PersonRecord.links(stored: try row.get("links"))
    }
    return links
  }

  package func topics(of people: [PersonID]) throws -> [PersonID: [String]] {
    var topics: [PersonID: [String]] = [:]
    try connection.forEach(
      "SELECT person_id, topic FROM person_topic WHERE person_id IN \(list: people) ORDER BY person_id, position"
    ) { row in topics[try row.get("person_id"), default: []].append(try row.get("topic")) }
    return topics
  }

  /// The topics that are titles of talks.
  private func talks(of people: [PersonID]) throws -> [PersonID: [String]] {
    var talks: [PersonID: [String]] = [:]
    try connection.forEach(
      """
      SELECT person_id, topic FROM person_topic WHERE person_id IN \(list: people) AND is_talk = 1
      ORDER BY person_id, position
      """
    ) { row in talks[try row.get("person_id"), default: []].append(try row.get("topic")) }
    return talks
  }

  package func count(of host: HostID) throws -> Int {
    try connection.count("SELECT count(*) AS n FROM person WHERE host_id = \(host)")
  }

  package func insert(_ record: PersonRecord, as id: PersonID, of host: HostID, at now: Date) throws {
    try connection.execute(
      """
      INSERT INTO person (
        id, host_id, name, email, organisation, role, country, email_key, name_key, search_key, likeness_key, links,
        honorific, language, created_at, changed_at)
      VALUES (
        \(id), \(host), \(record.name), \(record.email), \(record.organisation), \(record.role), \(record.country),
        \(record.emailKey), \(record.nameKey), \(record.searchKey), \(record.likenessKey), \(record.storedLinks),
        \(record.manner.storedHonorific), \(record.manner.storedLanguage), \(now), \(now))
      """)
    try insertTopics(record.topics, talks: record.talks, of: id)
  }

  /// A topic that was a talk stays one, even if the editor of the person doesn't know that.
  /// - Throws: `DatabaseError` of kind `duplicate` if another person of the host has the address.
  package func update(_ id: PersonID, to record: PersonRecord, of host: HostID, at now: Date) throws {
    try connection.execute(
      """
      UPDATE person SET
        name = \(record.name), email = \(record.email), organisation = \(record.organisation), role = \(record.role),
        country = \(record.country), email_key = \(record.emailKey), name_key = \(record.nameKey),
        search_key = \(record.searchKey), likeness_key = \(record.likenessKey), links = \(record.storedLinks),
        honorific = \(record.manner.storedHonorific), language = \(record.manner.storedLanguage), changed_at = \(now)
      WHERE id = \(id) AND host_id = \(host)
      """)
    let talks = try talks(of: [id])[id] ?? []
    try connection.execute("DELETE FROM person_topic WHERE person_id = \(id)")
    try insertTopics(record.topics, talks: record.talks + talks, of: id)
  }

  package func note(_ text: String, on id: PersonID, of host: HostID) throws {
    try connection.execute("UPDATE person SET note = \(text) WHERE id = \(id) AND host_id = \(host)")
  }

  private func insertTopics(_ topics: [String], talks: [String], of person: PersonID) throws {
    let talks = Set(talks.map(SearchKey.fold))
    for (index, topic) in topics.enumerated() {
      let isTalk = !talks.isEmpty && talks.contains(SearchKey.fold(topic))
      try connection.execute(
        """
        INSERT INTO person_topic (person_id, position, topic, is_talk)
        VALUES (\(person), \(index + 1), \(topic), \(isTalk ? 1 : 0))
        """)
    }
  }
}

extension Person {
  package init(_ row: Row, topics: [String], talks: [String] = []) throws {
    self.init(
      id: try row.get("id"),
      record: PersonRecord(
        name: try row.get("name"), email: try row.get("email"), organisation: try row.get("organisation"),
        role: try row.get("role"), country: try row.get("country"), topics: topics,
        talks: talks, links: PersonRecord.links(stored: try row.get("links")), manner: try Manner(row)),
      note: try row.get("note"), createdAt: try row.get("created_at"), changedAt: try row.get("changed_at"))
  }
}
