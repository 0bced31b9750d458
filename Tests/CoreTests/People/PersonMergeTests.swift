import Testing

@testable import Core

@Suite("Merging two records of one person")
struct PersonMergeTests {
  @Test("The longer text stays, gaps are filled, topics are united in order")
  func merges() {
    let first = PersonRecord(name: "A. Beispiel", email: "Anna@example.org", role: "CTO", topics: ["Führung", "KI"])
    let second = PersonRecord(
      name: "Anna Beispiel", email: "anna@example.org", organisation: "Muster AG", role: "IT",
      topics: ["fuehrung", "Recht"])
    let merge = PersonMerge(first, second)
    #expect(
      merge.record
        == PersonRecord(
          name: "Anna Beispiel", email: "Anna@example.org", organisation: "Muster AG", role: "CTO",
          topics: ["Führung", "KI", "Recht"]))
    #expect(merge.changes == [.name, .organisation, .topics])
  }

  @Test("The host's text stays when only gaps are filled")
  func fillsGaps() {
    let edited = PersonRecord(name: "Anna B.", email: "a@example.org")
    let imported = PersonRecord(name: "Anna Beispiel", email: "b@example.org", country: "Norwegen")
    let merge = PersonMerge(edited, imported, preferring: .first)
    #expect(merge.record == PersonRecord(name: "Anna B.", email: "a@example.org", country: "Norwegen"))
    #expect(merge.changes == [.country])
  }

  @Test("A record is tidied on creation")
  func tidies() {
    let record = PersonRecord(name: "  Anna \n Beispiel ", topics: ["KI", "", " ki ", "Recht"])
    #expect(record == PersonRecord(name: "Anna Beispiel", topics: ["KI", "Recht"]))
  }

  @Test("Merging a record with itself, or again with the same, changes nothing", arguments: Self.preferences)
  func idempotent(_ preference: PersonMerge.Preference) {
    var people = RandomPeople(seed: 2)
    for _ in 0..<500 {
      let (one, other) = (people.next(), people.next())
      #expect(PersonMerge(one, one, preferring: preference).record == one)
      let merged = PersonMerge(one, other, preferring: preference).record
      #expect(PersonMerge(merged, other, preferring: preference).changes == [])
      #expect(PersonMerge(merged, one, preferring: preference).changes == [])
    }
  }

  @Test("It makes no difference in which pairs three records are merged", arguments: Self.preferences)
  func associative(_ preference: PersonMerge.Preference) {
    func merge(_ one: PersonRecord, _ other: PersonRecord) -> PersonRecord {
      PersonMerge(one, other, preferring: preference).record
    }
    var people = RandomPeople(seed: 3)
    for _ in 0..<500 {
      let (one, two, three) = (people.next(), people.next(), people.next())
      #expect(merge(merge(one, two), three) == merge(one, merge(two, three)))
    }
  }

  @Test("It reports a change exactly when something changed")
  func changes() {
    var people = RandomPeople(seed: 4)
    for _ in 0..<500 {
      let (one, other) = (people.next(), people.next())
      let merge = PersonMerge(one, other)
      #expect(merge.changes.isEmpty == (merge.record == one))
    }
  }

  static let preferences: [PersonMerge.Preference] = [.longer, .first]
}
