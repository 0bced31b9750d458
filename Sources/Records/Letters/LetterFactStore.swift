import Core
import Database
import Formats

/// The address book's facts behind a letter: topics, lists, occasions.
package struct LetterFactStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  /// A list that names a person.
  package struct Origin {
    package let source: AddressSource
    package let occasionID: OccasionID
    package let occasion: LetterOccasion

    package init(source: AddressSource, occasionID: OccasionID, occasion: LetterOccasion) {
      self.source = source
      self.occasionID = occasionID
      self.occasion = occasion
    }
    /// The topics it brought are titles of talks.
  }

  package func occasion(_ id: OccasionID) throws -> LetterOccasion? {
    try connection.row("SELECT kind, name AS occasion_name, year, spoken_place FROM occasion WHERE id = \(id)")
      .map(LetterOccasion.init)
  }

  /// The lists that name a person, newest first.
  package func origins(of person: PersonID) throws -> [Origin] {
    try connection.rows(
      """
      SELECT people_list.source, people_list.source_words, people_list.occasion_id,
        occasion.kind, occasion.name AS occasion_name, occasion.year, occasion.spoken_place
      FROM provenance
        JOIN people_list ON people_list.id = provenance.list_id
        JOIN occasion ON occasion.id = people_list.occasion_id
      WHERE provenance.person_id = \(person)
      ORDER BY people_list.imported_at DESC, people_list.id DESC
      """, as: Origin.init)
  }

  /// In order, along with those of them that are titles of the person's talks.
  package func topics(of person: PersonID) throws -> (all: [String], titles: Set<String>) {
    let topics = try connection.rows(
      "SELECT topic, is_talk FROM person_topic WHERE person_id = \(person) ORDER BY position"
    ) { (text: try $0.get("topic", as: String.self), isTitle: try $0.get("is_talk", as: Int.self) == 1) }
    return (topics.map(\.text), Set(topics.filter(\.isTitle).map(\.text)))
  }

  package func slotCount(of party: PartyID) throws -> Int {
    try connection.count("SELECT count(*) AS n FROM slot WHERE party_id = \(party)")
  }
}

extension LetterFactStore.Origin {
  package init(_ row: Row) throws {
    occasionID = try row.get("occasion_id")
    occasion = try LetterOccasion(row)
    let name: String = try row.get("source")
    source =
      switch name {
      case "publishedProgramme": .publishedProgramme(of: occasion)
      case "participantList": .participantList(of: occasion)
      case "businessCard": .businessCard
      case "sharedDirectory": .sharedDirectory
      case "other": .other(try row.get("source_words"))
      default: .addressBook
      }
  }
}

extension LetterOccasion {
  fileprivate init(_ row: Row) throws {
    let (year, place): (Int, String) = (try row.get("year"), try row.get("spoken_place"))
    self.init(
      Kind(rawValue: try row.get("kind")) ?? .none, name: try row.get("occasion_name"), year: year == 0 ? nil : year,
      spokenPlace: place.isEmpty ? nil : place)
  }
}
