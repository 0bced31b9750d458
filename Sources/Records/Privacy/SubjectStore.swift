import Core
import Database
import Foundation

/// Everything stored about one person at one host, table by table, unchanged.
package struct SubjectStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  package typealias Record = [String: Value]

  /// Tables the file leaves out, with the reason.
  package static let leftOut = [
    "ballot":
      "What somebody answers after an evening is counted and then deleted; until then nobody is shown it, themselves included.",
    "avoidance":
      "Whom somebody would rather not meet is shown by no page: whoever hands over this file could read it.",
    "person_apart": "That two people of a list are not the same one: the other is named by it.",
    "webhook_delivery": "A message to the host's own programs names a guest by an id alone, for half a day at most.",
    "replaced_link": "The fingerprint of a link that opens nothing any more says nothing to anybody.",
    "honour_vote": "Who voted for which question is shown to nobody.",
    "floor_event":
      "The course of an evening names several people at once. It is deleted 30 days later; what somebody wrote and promised is here.",
  ]

  /// Columns without anybody's words: fingerprints of links and addresses.
  private static let secret: Set = ["link_hash", "assistant_hash", "address_hash", "idempotency_key"]
  /// Columns that name people by the ids of guests.
  private static let people: Set = ["participant", "author", "maker", "recipient", "giver", "taker", "one", "other"]

  /// The people at these hosts who have this address.
  package func people(with address: String) throws -> [(person: PersonID, host: HostID)] {
    try connection.rows(
      "SELECT id, host_id FROM person WHERE email_key = \(MailAddress.key(address)) ORDER BY created_at, id"
    ) { (try $0.get("id"), try $0.get("host_id")) }
  }

  /// Rows by table; tables without any are left out.
  package func records(of person: PersonID) throws -> [String: [Record]] {
    let guests = try connection.rows("SELECT id FROM guest WHERE person_id = \(person)") {
      try $0.get("id", as: GuestID.self)
    }
    let own = Set(guests.map(\.description))
    var records: [String: [Record]] = [:]
    for (table, condition) in Self.conditions(person, guests) {
      let rows = try connection.rows(SQL(stringLiteral: "SELECT * FROM \(table) WHERE ") + condition) { $0.fields }
      if !rows.isEmpty { records[table] = rows.map { Self.shown($0, own: own) } }
    }
    return records
  }

  private static func conditions(_ person: PersonID, _ guests: [GuestID]) -> [(String, SQL)] {
    let (byPerson, byGuest): (SQL, SQL) = ("person_id = \(person)", "guest_id IN \(list: guests)")
    let byParticipant: SQL = "participant IN \(list: guests)"
    let lists: SQL = "id IN (SELECT list_id FROM provenance WHERE person_id = \(person))"
    let cards: SQL = "giver IN \(list: guests) OR taker IN \(list: guests)"
    let encounters: SQL = "one IN \(list: guests) OR other IN \(list: guests)"
    let referrals: SQL = "guest_id IN \(list: guests) OR person_id = \(person)"
    var conditions: [(String, SQL)] = [
      ("person", "id = \(person)"), ("guest", byPerson), ("people_list", lists), ("table_stay", byParticipant),
      ("coaster_share", byParticipant), ("coaster_line", "author IN \(list: guests)"),
      ("promise", "maker IN \(list: guests)"), ("promise_recipient", "recipient IN \(list: guests)"),
      ("card_exchange", cards), ("referral", referrals), ("encounter", encounters), ("import_row", waitingRows(person)),
    ]
    for table in ["person_topic", "provenance", "circle_member", "erasure_sighting"] {
      conditions.append((table, byPerson))
    }
    for table in [
      "guest_event", "vote", "outbox", "participant", "honour", "honour_question", "objection", "guest_mail",
      "guest_calendar", "line_test",
    ] { conditions.append((table, byGuest)) }
    return conditions
  }

  /// Rows of lists that wait for their host's confirmation.
  private static func waitingRows(_ person: PersonID) -> SQL {
    """
    email_key <> '' AND email_key IN (SELECT email_key FROM person WHERE id = \(person)) AND import_id IN (
      SELECT import.id FROM import JOIN person ON person.host_id = import.host_id WHERE person.id = \(person))
    """
  }

  /// Without fingerprints, and without other people's ids, which are theirs.
  private static func shown(_ record: Record, own: Set<String>) -> Record {
    var shown = record.filter { !secret.contains($0.key) }
    for column in people {
      if case .text(let id)? = shown[column], GuestID(id) != nil, !own.contains(id) {
        shown[column] = .text("somebody else")
      }
    }
    return shown
  }
}
