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

@Suite("One person")
struct PersonTests {
  private let list = """
    Name;E-Mail;Firma;Themen
    Anna Adler;anna@example.org;Hafen;Ebbe
    A. Adler;adler@example.com;;Flut
    Bea Bär;;Werft;Stapellauf
    """

  @Test("All their details can be edited, topics one per line, and the new words find them")
  func edit() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let host = try await browser.signedIn()
      try await host.bring(list)
      let id = try await host.person("Bea Bär").id
      let saved = try await host.post(
        Path.person(id),
        [("name", "Beate Bär"), ("email", "bea@example.org"), ("role", "Meisterin"), ("topics", "Kiel\r\n\r\nSpant")])
      #expect(saved.status == 303)
      #expect(try await host.get(saved.location ?? "").contains("Gespeichert."))
      let record = try await host.person("Beate Bär").record
      #expect(record.topics == ["Kiel", "Spant"])
      #expect(record.organisation.isEmpty)
      #expect(try await host.get(Path.people.query([("q", "spant meisterin")])).contains("Beate Bär"))
      #expect(!(try await host.get(Path.people.query([("q", "stapellauf")])).contains("Beate Bär")))
    }
  }

  @Test("A name or an address is required, and an address must be valid; the input stays")
  func validation() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let host = try await browser.signedIn()
      try await host.bring(list)
      let id = try await host.person("Bea Bär").id
      let wrong = try await host.post(Path.person(id), [("name", "Bea"), ("email", "bea@example,org")])
      #expect(wrong.status == 422)
      #expect(wrong.contains("„bea@example,org“ ist keine E-Mail-Adresse."))
      #expect(wrong.contains("value=\"bea@example,org\""))
      #expect(try await host.post(Path.person(id), [("role", "x")]).status == 422)
      #expect(try await host.person("Bea Bär").record.organisation == "Werft")
    }
  }

  @Test("Somebody else's address is refused with the offer to merge the two")
  func takenAddress() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let host = try await browser.signedIn()
      try await host.bring(list)
      let bea = try await host.person("Bea Bär").id
      let anna = try await host.person("Anna Adler").id
      let page = try await host.post(Path.person(bea), [("name", "Bea"), ("email", "ANNA@example.org")])
      #expect(page.status == 422)
      #expect(page.contains("Diese Adresse hat schon Anna Adler."))
      #expect(page.contains("/people/\(bea)/merge?with=\(anna)"))
    }
  }

  @Test("Merging is searched for, previewed and done: details, topics, lists and places at parties are combined")
  func merge() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let host = try await browser.signedIn()
      try await host.bring(list)
      let kept = try await host.person("A. Adler").id
      let other = try await host.person("Anna Adler").id
      let guest = try await site.invite(other, state: "accepted")
      #expect(try await host.get(Path.personMerge(kept).query([("q", "adler")])).contains("with=\(other)"))
      let preview = try await host.get(Path.personMerge(kept).query([("with", other.description)]))
      #expect(preview.contains("Flut; Ebbe"))
      #expect(preview.contains("Die Adresse anna@example.org fällt weg"))

      #expect(try await host.post(Path.personMerge(kept), [("other", other.description)]).status == 303)
      #expect(try await host.get(Path.person(other)).status == 404)
      let record = try await host.person("A. Adler").record
      #expect(record.email == "adler@example.com")
      #expect(record.organisation == "Hafen")
      #expect(record.topics == ["Flut", "Ebbe"])
      #expect(try await site.count("provenance WHERE person_id = '\(kept)'") == 1)
      #expect(try await site.count("guest WHERE id = '\(guest)' AND person_id = '\(kept)'") == 1)
    }
  }

  @Test("Two people both invited to one party can't be merged; a mere note gives way to the other's place")
  func mergeAtOneParty() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let host = try await browser.signedIn()
      try await host.bring(list)
      let first = try await host.person("A. Adler").id
      let second = try await host.person("Anna Adler").id
      let party = try await site.party()
      let noted = try await site.invite(first, to: party, state: "shortlisted")
      let invited = try await site.invite(second, to: party, state: "invited")
      try await site.change("UPDATE guest SET state = 'invited' WHERE id = \(noted)")
      #expect(try await host.post(Path.personMerge(first), [("other", second.description)]).status == 409)
      try await site.change("UPDATE guest SET state = 'shortlisted' WHERE id = \(noted)")
      #expect(try await host.post(Path.personMerge(first), [("other", second.description)]).status == 303)
      #expect(try await site.count("guest") == 1)
      #expect(try await site.count("guest WHERE id = '\(invited)' AND person_id = '\(first)'") == 1)
    }
  }

  @Test("Nobody can be merged with themselves")
  func mergeWithOneself() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let host = try await browser.signedIn()
      try await host.bring(list)
      let id = try await host.person("Bea Bär").id
      #expect(try await host.post(Path.personMerge(id), [("other", id.description)]).status == 400)
      #expect(try await host.people().count == 3)
    }
  }

  @Test("Erasing asks first, explains what it means, and leaves no trace but the suppression")
  func erase() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let host = try await browser.signedIn()
      try await host.bring(list)
      let id = try await host.person("Anna Adler").id
      let guest = try await site.invite(id, state: "accepted")
      try await site.letter(to: guest, address: "anna@example.org")
      try await site.change("INSERT INTO suppression (address_hash, created_at) VALUES ('hash', 1)")
      _ = try await host.upload("Name;E-Mail\nAnna;anna@example.org\n;anna@example.org kaputt@\n")
      await host.work()

      let question = try await host.get(Path.personErasure(id))
      #expect(question.contains("Wirklich löschen?") && question.contains("Der Platz bei „Tisch“ wird frei."))
      #expect(try await site.count("person") == 3)
      #expect(try await host.post(Path.personErasure(id)).location == Path.people.text)

      #expect(try await host.get(Path.person(id)).status == 404)
      for table in ["guest", "guest_event", "vote", "outbox"] { #expect(try await site.count(table) == 0, "\(table)") }
      #expect(try await site.count("provenance") == 2)
      #expect(try await site.count("person_topic") == 2)
      #expect(try await site.count("import_row WHERE email LIKE '%anna%' OR cells LIKE '%anna%'") == 0)
      #expect(try await site.count("suppression") == 1)
    }
  }
}

extension TestSite {
  /// A party of the host's, written straight into the database.
  func party() async throws -> PartyID {
    var party = Party(
      id: services.newID(), host: host, title: "Tisch", occasion: nil, form: .sie, at: now)
    party.stage = .draft
    try await services.database.write { [party] in try PartyStore(connection: $0).insert(party) }
    return party.id
  }

  /// A guest with an answer in their history.
  func invite(_ person: PersonID, to known: PartyID? = nil, state: String, answered: Bool = true) async throws
    -> GuestID
  {
    let id: GuestID = services.newID()
    let party = if let known { known } else { try await party() }
    let hasAnswer = answered && !["invited", "silent", "shortlisted"].contains(state)
    let invitedAt: Date? = state == "shortlisted" ? nil : now
    let answeredAt: Date? = hasAnswer ? now : nil
    try await services.database.write { [now] connection in
      try connection.execute(
        """
        INSERT INTO guest (
          id, party_id, person_id, standing, position, state, link_hash, invited_at, answered_at, created_at)
        VALUES (
          \(id), \(party), \(person), 'chosen', 1, \(state), \(id.description), \(invitedAt), \(answeredAt), \(now))
        """)
      try GuestStore(connection: connection).note("answer", "yes", of: id, at: now)
    }
    return id
  }

  func letter(to guest: GuestID, address: String) async throws {
    let id: OutboxMailID = services.newID()
    let mail = OutgoingMail(
      id: id, key: "letter:\(guest)", host: host.id, guest: guest, kind: .letter, state: .sent, recipientName: "Anna",
      recipient: address, subject: "s", text: "t", messageID: "\(id)@example.org", createdAt: now)
    try await services.database.write { _ = try OutboxStore(connection: $0).add(mail) }
  }
}
