import Core
import Database
import Foundation

/// A host's people as the list to choose from.
package struct CandidateStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  /// Changes whenever somebody is added, edited or erased.
  package func fingerprint(of host: HostID) throws -> String {
    let row = try connection.row(
      "SELECT count(*) AS n, coalesce(max(changed_at), 0) AS changed FROM person WHERE host_id = \(host)")
    return "\(try row?.get("n", as: Int.self) ?? 0) \(try row?.get("changed", as: Int.self) ?? 0)"
  }

  /// Everybody in the address book, with their subjects as written there.
  package func people(of host: HostID) throws -> [Named] {
    var topics: [PersonID: [String]] = [:]
    try connection.forEach(
      """
      SELECT person_topic.person_id, person_topic.topic FROM person_topic
      JOIN person ON person.id = person_topic.person_id
      WHERE person.host_id = \(host) ORDER BY person_topic.person_id, person_topic.position
      """
    ) { topics[try $0.get("person_id"), default: []].append(try $0.get("topic")) }
    return try connection.rows("SELECT id, name FROM person WHERE host_id = \(host)") { row in
      let id: PersonID = try row.get("id")
      return Named(id: id, name: try row.get("name"), topics: topics[id] ?? [])
    }
  }

  package struct Named: Sendable {
    package let id: PersonID
    package let name: String
    package let topics: [String]
  }

  func memberCount(of list: PeopleListID) throws -> Int {
    try connection.count("SELECT count(*) AS n FROM provenance WHERE list_id = \(list)")
  }

  package func members(of list: CandidateList, host: HostID) throws -> Set<PersonID> {
    var members: Set<PersonID> = []
    let wereThere: SQL = list.wereThere ? " AND provenance.attendance = 'attended'" : ""
    try connection.forEach(
      """
      SELECT provenance.person_id FROM provenance JOIN people_list ON people_list.id = provenance.list_id
      WHERE people_list.id = \(list.id) AND people_list.host_id = \(host)\(wereThere)
      """
    ) { members.insert(try $0.get("person_id")) }
    return members
  }

  /// The people a search finds: every word of it occurs in name, organisation, role or topics.
  package func found(_ query: String, of host: HostID) throws -> Set<PersonID> {
    var conditions: [SQL] = ["host_id = \(host)"]
    for word in SearchKey.fold(query).split(separator: " ").prefix(8) {
      conditions.append(.lowerCase("search_key", contains: String(word)))
    }
    var found: Set<PersonID> = []
    try connection.forEach("SELECT id FROM person WHERE \(SQL.join(conditions, separator: " AND "))") {
      found.insert(try $0.get("id"))
    }
    return found
  }

  func hasPerson(_ person: PersonID, of host: HostID) throws -> Bool {
    try connection.count("SELECT count(*) AS n FROM person WHERE id = \(person) AND host_id = \(host)") == 1
  }

  /// The details a page shows about some people beside their names.
  package func details(of people: [PersonID], host: HostID) throws -> [PersonID: CandidateDetails] {
    var details: [PersonID: CandidateDetails] = [:]
    try connection.forEach(
      "SELECT id, email, organisation, role FROM person WHERE host_id = \(host) AND id IN \(list: people)"
    ) { row in
      details[try row.get("id")] = CandidateDetails(
        email: try row.get("email"), organisation: try row.get("organisation"), role: try row.get("role"))
    }
    try connection.forEach(
      "SELECT person_id, topic FROM person_topic WHERE person_id IN \(list: people) ORDER BY person_id, position"
    ) { details[try $0.get("person_id")]?.topics.append(try $0.get("topic")) }
    return details
  }

  /// The host's lists with the number of people on each, newest first.
  package func lists(of host: HostID) throws -> [ChoosableList] {
    try connection.rows(
      """
      SELECT people_list.id, people_list.name, people_list.occasion_id, count(provenance.person_id) AS n,
        sum(CASE WHEN provenance.attendance = 'attended' THEN 1 ELSE 0 END) AS attended
      FROM people_list LEFT JOIN provenance ON provenance.list_id = people_list.id
      WHERE people_list.host_id = \(host)
      GROUP BY people_list.id, people_list.name, people_list.occasion_id ORDER BY people_list.id DESC
      """
    ) {
      ChoosableList(
        id: try $0.get("id"), name: try $0.get("name"), occasion: try $0.get("occasion_id"), count: try $0.get("n"),
        wereThere: try $0.get("attended"))
    }
  }
}

/// The facts known about a candidate beside name and rank.
package struct CandidateDetails: Sendable {
  package var email = ""
  package var organisation = ""
  package var role = ""
  package var topics: [String] = []

  package init(email: String = "", organisation: String = "", role: String = "", topics: [String] = []) {
    self.email = email
    self.organisation = organisation
    self.role = role
    self.topics = topics
  }
}

/// The people of a list, or only those of them who were there.
package struct CandidateList: Sendable, Hashable {
  package let id: PeopleListID
  package let wereThere: Bool

  package init(_ id: PeopleListID, wereThere: Bool = false) {
    self.id = id
    self.wereThere = wereThere
  }

  /// The form used in links and forms.
  package init?(text: String) {
    let ending = "-there"
    let wereThere = text.hasSuffix(ending)
    guard let id = PeopleListID(wereThere ? String(text.dropLast(ending.count)) : text) else { return nil }
    self.init(id, wereThere: wereThere)
  }

  package var text: String { wereThere ? "\(id)-there" : "\(id)" }
}

/// A list to choose people from.
package struct ChoosableList: Sendable {
  package let id: PeopleListID
  package let name: String
  package let occasion: OccasionID
  package let count: Int
  /// The number of people who were there, according to the list.
  package let wereThere: Int

  package init(id: PeopleListID, name: String, occasion: OccasionID, count: Int, wereThere: Int = 0) {
    self.id = id
    self.name = name
    self.occasion = occasion
    self.count = count
    self.wereThere = wereThere
  }
}
