import Testing

@testable import Core

@Suite("Merging the people of one source")
struct MergeBookTests {
  @Test("Records with the same address become one, in the order of first appearance")
  func byAddress() {
    let outcome = merged([
      PersonRecord(name: "Bert", email: "b@example.org"), PersonRecord(name: "Anna", email: "a@example.org"),
      PersonRecord(name: "Bert Muster", email: "B@Example.org"),
    ])
    #expect(outcome.people.map(\.name) == ["Bert Muster", "Anna"])
    #expect(outcome.merged == 1)
  }

  @Test("Two addresses never become one person")
  func twoAddresses() {
    let outcome = merged([
      PersonRecord(name: "Anna", email: "a@example.org"), PersonRecord(name: "Anna", email: "b@example.org"),
    ])
    #expect(outcome.people.count == 2)
  }

  @Test("A record without an address joins the only one of that name, wherever it is", arguments: [0, 1, 2])
  func withoutAddress(_ position: Int) {
    var people = [PersonRecord(name: "Dr. Anna", email: "a@example.org"), PersonRecord(name: "Bert")]
    people.insert(PersonRecord(name: "anna", role: "CTO"), at: position)
    let outcome = merged(people)
    #expect(outcome.merged == 1)
    #expect(outcome.people.contains(PersonRecord(name: "Dr. Anna", email: "a@example.org", role: "CTO")))
    #expect(outcome.people.map(\.name) == ["Dr. Anna", "Bert"])
  }

  @Test("A record without an address stays alone if two people have that name")
  func ambiguous() {
    let outcome = merged([
      PersonRecord(name: "Anna", email: "a@example.org"), PersonRecord(name: "Anna"),
      PersonRecord(name: "Anna", email: "b@example.org"), PersonRecord(name: "Anna"),
    ])
    #expect(outcome.people.map(\.email) == ["a@example.org", "", "b@example.org"])
    #expect(outcome.merged == 1)
  }

  @Test("The name that counts is a person's final one")
  func lastName() {
    let outcome = merged([
      PersonRecord(name: "A. Beispiel", role: "CTO"), PersonRecord(name: "A. Beispiel", email: "a@example.org"),
      PersonRecord(name: "Anna Beispiel", email: "a@example.org"),
      PersonRecord(name: "Anna Beispiel", country: "Norwegen"),
    ])
    #expect(
      outcome.people == [
        PersonRecord(name: "A. Beispiel", role: "CTO"),
        PersonRecord(name: "Anna Beispiel", email: "a@example.org", country: "Norwegen"),
      ])
    #expect(outcome.merged == 2)
  }

  @Test("Different names with one address are different people; the first keeps it, the others are named")
  func sharedAddress() {
    let outcome = merged([
      PersonRecord(name: "Anna Adler", email: "office@example.org", organisation: "Beispiel AG"),
      PersonRecord(name: "Bea Bachmeier-Lang", email: "Office@example.org", role: "Vorstand"),
      PersonRecord(name: "Dr. Adler, Anna", email: "office@example.org", role: "CTO"),
      PersonRecord(name: "Bea Bachmeier-Lang", role: "Vorstand", country: "Norwegen"),
    ])
    #expect(
      outcome.people == [
        PersonRecord(name: "Dr. Adler, Anna", email: "office@example.org", organisation: "Beispiel AG", role: "CTO"),
        PersonRecord(name: "Bea Bachmeier-Lang", role: "Vorstand", country: "Norwegen"),
      ])
    #expect(outcome.sharers == [1])
  }

  @Test("People the source tells apart stay apart, whatever their names")
  func identities() {
    let outcome = merged([
      PersonRecord(name: "Marc", topics: ["Water"], identity: "a"),
      PersonRecord(name: "Marc", topics: ["Fire"], identity: "b"),
      PersonRecord(name: "Marc", topics: ["Air"], identity: "a"),
    ])
    #expect(outcome.people.map(\.topics) == [["Water", "Air"], ["Fire"]])
  }

  @Test(
    "Two ways to write a name may be one person, two names never",
    arguments: [
      ("Anna Adler", "Dr. Anna Adler", true), ("Anna Adler", "Adler, Anna", true), ("Anna Adler", "Adler Anna", true),
      ("Jörg Müller", "Joerg Mueller", true), ("Jörg Müller", "Jorg Muller", true), ("A. Adler", "Anna Adler", true),
      ("Anna", "Anna Adler", true), ("", "Anna Adler", true), ("Anna Maria Adler", "Anna Adler", true),
      ("Anna Adler", "Bea Adler", false), ("A. B.", "Anna Bach", false), ("Anna Adler", "Bea Bach", false),
      ("Anna Adler, PhD", "Anna Adler", true), ("ANNA ADLER", "Anna Adler", true),
    ])
  func likeness(one: String, other: String, isSame: Bool) {
    #expect(NameLikeness(one, other).mayBeSame == isSame)
    #expect(NameLikeness(other, one).mayBeSame == isSame)
  }

  @Test("Nameless records are all kept")
  func nameless() {
    #expect(merged([PersonRecord(role: "CTO"), PersonRecord(role: "CTO")]).people.count == 2)
  }

  @Test("Merging what was merged changes nothing; nobody is lost")
  func properties() {
    var random = RandomPeople(seed: 5)
    for _ in 0..<200 {
      let people = (0..<12).map { _ in random.next() }
      let outcome = merged(people)
      #expect(merged(outcome.people) == MergeBook.Outcome(people: outcome.people, merged: 0))
      #expect(outcome.people.count + outcome.merged == people.count)
      let addresses = outcome.people.map { MailAddress.key($0.email) }.filter { !$0.isEmpty }
      #expect(Set(addresses) == Set(people.map { MailAddress.key($0.email) }.filter { !$0.isEmpty }))
      #expect(Set(addresses).count == addresses.count)
      let twice = merged(people + people)
      #expect(twice.people == outcome.people && twice.merged == outcome.merged + people.count)
    }
  }

  private func merged(_ people: [PersonRecord]) -> MergeBook.Outcome {
    var book = MergeBook()
    for person in people { book.add(person) }
    return book.outcome()
  }
}
