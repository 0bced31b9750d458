import Core
import Database
import Foundation
import Testing

@testable import Acts
@testable import Evening
@testable import GuestPages
@testable import HostPages
@testable import House
@testable import Records
@testable import RoomPages
@testable import Site
@testable import Web

/// Walks the schema, so that a table made tomorrow has to state what erasure, merging, export and removal do with it.
@Suite struct PersonTablesTests {
  /// Tables whose rows belong to a person or a guest, with the copy a person gets of them: from the host's export, from
  /// their own page, or none, with the reason.
  static let belongings: [String: String] = [
    "referral": "page", "avoidance": "page: how many; who it is, no page shows",
    "person_topic": "export", "provenance": "export", "guest": "page",
    "guest_event": "none: the host's record of changes",
    "vote": "page", "outbox": "none: they have the mails", "participant": "page", "table_stay": "page: whom they met",
    "coaster_line": "page", "promise": "page", "promise_recipient": "page", "card_exchange": "page",
    "encounter": "page: whom they met", "ballot": "none: write-only, and gone when counted", "coaster_share": "page",
    "circle_member": "page", "honour": "page", "honour_question": "page", "honour_vote": "none: write-only",
    "objection": "page: the objection's own", "erasure_sighting": "none: a note of the schedule",
    "guest_mail": "none: they wrote it", "person_apart": "none: which two the host told apart",
    "guest_calendar": "none: which answer of theirs came last",
    "webhook_delivery": "none: ids for the host's own programs, for half a day at most",
    "replaced_link": "none: a fingerprint",
    "line_test": "none: their page said how it went when they tested",
  ]

  /// Tables in which no row refers to a person; some contain people by value and have their own part of the erasure.
  static let others: Set<String> = [
    // By which providers hosts sign in.
    "host_identity",
    // From a host's own calendar.
    "calendar_feed", "host_entry", "busy_source", "busy_time", "cohost",
    "host", "sign_in_link", "session", "address_change", "occasion", "people_list", "party", "slot", "leaning",
    "circle",
    "ballot_result", "table_topic", "schema_migration", "installation",
    // By value: `ImportErasureStore`, `FloorEventStore.forget`; fingerprints remain.
    "import", "import_row", "import_likeness", "floor_event", "floor_snapshot", "suppression",
    // A host's own; waiting notifications name guests by id, for half a day at most.
    "api_token", "webhook", "webhook_delivery",
    // Counts of days, without anybody.
    "erasure_log",
    // A hash of a header and the meaning of its columns.
    "import_header",
    // The point up to which an operator's mailbox has been read.
    "mailbox_mark",
    // By value, for seconds, until it has been read; then a fingerprint remains for 90 days.
    "incoming_mail",
    // By ids, for one evening: where its voices are forwarded.
    "media_session",
    // By id and for seconds: a host's actions that can still be undone.
    "held_act",
    // Programs at work; by ids and for seconds: what one asks of another; what a mail server said to all mails.
    "node", "floor_owner", "node_call", "mail_pause",
    "person",
  ]

  @Test("Every table states whether it belongs to a person, and is erased with them")
  func known() async throws {
    let site = try await TestSite()
    let shapes = try await site.engine.tables()
    let tables = Set(shapes.map(\.name))
    let keys = shapes.flatMap { shape in
      shape.references.map { ForeignKey(table: shape.name, target: $0.target, onDelete: $0.onDelete) }
    }
    var reached: Set<String> = ["person"]
    while true {
      let more = Set(keys.filter { reached.contains($0.target) }.map(\.table)).subtracting(reached)
      if more.isEmpty { break }
      reached.formUnion(more)
    }
    reached.remove("person")
    #expect(reached == Set(Self.belongings.keys))
    let unnamed = tables.subtracting(Self.belongings.keys).subtracting(Self.others)
    #expect(unnamed.filter { !$0.lowercased().contains("migration") }.isEmpty, "\(unnamed)")
    for key in keys where reached.contains(key.table) && (reached.contains(key.target) || key.target == "person") {
      #expect(key.onDelete == "CASCADE", "\(key.table) refers to \(key.target)")
    }
  }

  @Test("Erasing somebody leaves no row of theirs in any table")
  func erased() async throws {
    let owner = try await Owner()
    try await owner.expectFull()
    let (person, host) = (owner.person, owner.scene.site.host.id)
    let traces = try await owner.scene.services.database.write {
      try PersonErasure(connection: $0).erase(person, of: host)
    }
    #expect(traces != nil)
    for table in Self.belongings.keys { #expect(try await owner.rows(of: table) == 0, "\(table)") }
  }

  @Test("A person's copy of their data covers every row of every table, or says why not, and contains no key")
  func access() async throws {
    let owner = try await Owner()
    try await owner.expectFull()
    let (services, person, host) = (owner.scene.services, owner.person, owner.scene.site.host)
    let file = try await services.database.read {
      try SubjectAccess(services: services, connection: $0).file(of: person, host: host)
    }
    let content = try #require(try JSONSerialization.jsonObject(with: file) as? [String: Any])
    let held = try #require((content["held_by"] as? [[String: Any]])?.first)
    let records = try #require(held["records"] as? [String: [[String: Any]]])
    for table in Self.belongings.keys where SubjectStore.leftOut[table] == nil {
      #expect(try await owner.rows(of: table) == records[table, default: []].count, "\(table)")
    }
    #expect(records["person"]?.first?["name"] as? String == "Anna Berg")
    #expect(records["encounter"]?.first?.values.contains { $0 as? String == "somebody else" } == true)
    let text = String(decoding: file, as: UTF8.self)
    let other = try await owner.scene.guest("Bruno Kern").guest.id.description
    for secret in ["_hash", "idempotency_key", other, "Bruno Kern"] { #expect(!text.contains(secret), "\(secret)") }
  }

  @Test("Merging somebody into another loses no row of any table")
  func merged() async throws {
    let owner = try await Owner()
    let kept = try await owner.scene.shelf.add([.init(name: "Anna B.", topics: ["Anderes"])], named: "Ostkongress")
      .people[0]
    var before: [String: Int] = [:]
    for table in Self.belongings.keys { before[table] = try await owner.rows(of: table) }
    let (person, host, now) = (owner.person, owner.scene.site.host.id, owner.scene.site.now)
    try await owner.scene.services.database.write {
      try PersonUnion(connection: $0).unite(kept, with: person, of: host, at: now)
    }
    let merged = owner.holding(kept)
    // The next look decides whether the one who stays is due.
    for table in Self.belongings.keys where table != "erasure_sighting" {
      let after = try await merged.rows(of: table)
      #expect(after >= before[table] ?? 0, "\(table)")
    }
  }

  @Test("Removing somebody from the shortlist is refused as soon as anything depends on their place")
  func removed() async throws {
    let owner = try await Owner()
    try await owner.scene.site.run { browser in
      let host = try await browser.signedIn()
      for action in [ShortlistAction.remove, .reserve, .exclude] {
        let fields = [("person", owner.person.description), ("change", action.rawValue)]
        #expect(try await host.post(.shortlist(owner.scene.party), fields).status == 409)
      }
    }
    try await owner.expectFull()
  }

  struct ForeignKey: Sendable {
    let table: String
    let target: String
    let onDelete: String
  }
}

/// Somebody with a row in every table that belongs to a person: a letter handed over, an evening, a circle, a guest of honour's seat.
private struct Owner: Sendable {
  let scene: WaveScene
  let person: PersonID
  let guest: GuestID

  private init(scene: WaveScene, person: PersonID, guest: GuestID) {
    (self.scene, self.person, self.guest) = (scene, person, guest)
  }

  init() async throws {
    scene = try await WaveScene(hasServer: false)
    try await scene.sendNext(by: .hand)
    let known = try await scene.guest("Anna Berg")
    (person, guest) = (known.guest.person, known.guest.id)
    let otherGuest = try await scene.guest("Bruno Kern").guest
    let (other, otherPerson) = (otherGuest.id, otherGuest.person)
    let (id, who, party, host, now) = (guest, person, scene.party, scene.site.host.id, Moment(scene.site.now))
    let (slot, question, circle) = (
      scene.services.newID(Entity.Slot.self), scene.services.newID(Entity.HonourQuestion.self),
      scene.services.newID(Entity.Circle.self)
    )
    try await scene.services.database.write { connection in
      for (index, guest) in [id, other].enumerated() {
        try connection.execute(
          "INSERT INTO participant (party_id, id, guest_id, name, arrived_at) VALUES (\(party), \(guest), \(guest), 'N', \(now))"
        )
        try connection.execute(
          "INSERT INTO table_stay (party_id, participant, since, table_id, number) VALUES (\(party), \(guest), \(now), 't1', \(index))"
        )
      }
      let (one, two) = id.description < other.description ? (id, other) : (other, id)
      let rows: [SQL] = [
        "INSERT INTO avoidance (person_id, other_id, said_at) SELECT \(who), person_id, 1 FROM guest WHERE id = \(other)",
        "INSERT INTO referral (guest_id, name, line, contact, referred_at) VALUES (\(id), 'N', '', '', 1)",
        "INSERT INTO guest_event (guest_id, number, at, kind) VALUES (\(id), 99, \(now), 'card')",
        "INSERT INTO slot (id, party_id, starts_at) VALUES (\(slot), \(party), 1)",
        "INSERT INTO vote (slot_id, guest_id, value, at) VALUES (\(slot), \(id), 'yes', 1)",
        "INSERT INTO coaster_line (party_id, line, table_id, author, text, revision, created_at, changed_at) VALUES (\(party), 1, 't1', \(id), 'Z', 1, 1, 1)",
        "INSERT INTO promise (party_id, number, maker, text, at) VALUES (\(party), 1, \(id), 'P', 1)",
        "INSERT INTO promise (party_id, number, maker, text, at) VALUES (\(party), 2, \(other), 'P', 1)",
        "INSERT INTO promise_recipient (party_id, number, recipient) VALUES (\(party), 2, \(id))",
        "INSERT INTO card_exchange (party_id, giver, taker, at) VALUES (\(party), \(id), \(other), 1)",
        "INSERT INTO encounter (party_id, one, other, seconds) VALUES (\(party), \(one), \(two), 60)",
        "INSERT INTO ballot (party_id, participant, learnt) VALUES (\(party), \(id), 1)",
        "INSERT INTO coaster_share (party_id, table_id, participant, at) VALUES (\(party), 't1', \(id), 1)",
        "INSERT INTO circle (id, host_id, name, rhythm, created_at) VALUES (\(circle), \(host), 'Runde', 'monthly', 1)",
        "INSERT INTO circle_member (circle_id, person_id, joined_at) VALUES (\(circle), \(who), 1)",
        "INSERT INTO honour_question (id, party_id, guest_id, text, asked_at) VALUES (\(question), \(party), \(id), 'W?', 1)",
        "INSERT INTO honour_vote (question_id, guest_id) VALUES (\(question), \(id))",
        "INSERT INTO guest_mail (id, guest_id, received_at, kind, sender_name, sender, subject, said, quoted, detail) VALUES ('m', \(id), 1, 'words', '', '', '', '', '', '')",
        "INSERT INTO guest_calendar (guest_id, sequence, stamp, answered_at) VALUES (\(id), 1, 1, 1)",
        "INSERT INTO webhook (id, host_id, url, created_at) VALUES ('w', \(host), 'u', 1)",
        "INSERT INTO webhook_delivery (id, webhook_id, guest_id, body, next_attempt_at, created_at) VALUES ('d', 'w', \(id), '{}', 1, 1)",
        "INSERT INTO line_test (guest_id, at, has_microphone, has_camera, up, down, round_trip) VALUES (\(id), 1, 1, 1, 1, 1, 1)",
        "INSERT INTO replaced_link (link_hash, guest_id) VALUES ('old', \(id))",
        "INSERT INTO objection (guest_id, address_hash, at) VALUES (\(id), 'x', 1)",
        "INSERT INTO erasure_sighting (person_id, seen_at) VALUES (\(who), 1)",
        "INSERT INTO person_apart (one_person, other_person) SELECT min(id), max(id) FROM person WHERE id IN (\(who), \(otherPerson))",
      ]
      for row in rows { try connection.execute(row) }
    }
  }

  func holding(_ person: PersonID) -> Owner { Owner(scene: scene, person: person, guest: guest) }

  /// Except the seat of a guest of honour, which is not on the shortlist.
  func expectFull() async throws {
    for table in PersonTablesTests.belongings.keys where table != "honour" {
      #expect(try await rows(of: table) > 0, "\(table)")
    }
  }

  /// The number of rows of a table that are the person's.
  func rows(of table: String) async throws -> Int {
    let columns = [
      "person_id": person.description, "guest_id": guest.description, "participant": guest.description,
      "maker": guest.description, "recipient": guest.description, "author": guest.description,
      "giver": guest.description,
      "one": guest.description, "other": guest.description,
      "one_person": person.description, "other_person": person.description,
    ]
    let names = try await scene.site.engine.tables().first { $0.name == table }?.columns ?? []
    return try await scene.services.database.read { connection in
      let conditions = names.compactMap { name -> SQL? in
        // In the outbox a recipient is an address.
        guard let id = columns[name], !(table == "outbox" && name == "recipient") else { return nil }
        return SQL(stringLiteral: "\(table).\(name) = '\(id)'")
      }
      guard !conditions.isEmpty else { return -1 }
      return try connection.count(
        SQL(stringLiteral: "SELECT count(*) AS n FROM \(table) WHERE ") + SQL.join(conditions, separator: " OR "))
    }
  }
}
