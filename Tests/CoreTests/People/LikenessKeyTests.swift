import Testing

@testable import Core

@Suite("People with similar names")
struct LikenessKeyTests {
  @Test(
    "Title, order, accents and umlauts written out make no difference",
    arguments: [
      ("Dr. Anna Adler", "Anna Adler"), ("Prof. Dr. med. Jörg Müller", "Joerg Mueller"), ("Adler, Anna", "Anna Adler"),
      ("Adler Anna", "Anna Adler"), ("José Peña", "Jose Pena"), ("Anna Adler, PhD", "anna ADLER"),
      ("Weiß Karin", "Karin Weiss"), ("Dr Anna Adler", "Anna Adler"), ("Anna-Lena Vogt", "Vogt, Anna Lena"),
      ("Núñez Iñaki", "Iñaki Nunez"),
    ])
  func alike(one: String, other: String) {
    #expect(LikenessKey.key(of: one) == LikenessKey.key(of: other))
    #expect(!LikenessKey.key(of: one).isEmpty)
  }

  @Test("Other people have other keys")
  func others() {
    let names = ["Anna Adler", "Anne Adler", "Anna Adam", "A. Adler", "Anna Maria Adler"]
    #expect(Set(names.map(LikenessKey.key)).count == names.count)
  }

  @Test("A single word says too little about identity", arguments: ["", "Anna", "Dr. Adler", "  ", "..."])
  func single(name: String) {
    #expect(LikenessKey.key(of: name).isEmpty)
  }
}

@Suite("Differences between list and address book")
struct PersonDifferencesTests {
  private let known = PersonRecord(
    name: "Anna Adler", email: "anna@example.org", organisation: "Hafen", topics: ["Ebbe"])

  @Test("Facts both know differently differ; gaps, case and topics do not")
  func fields() {
    let listed = PersonRecord(
      name: "Dr. Anna Adler", email: "ANNA@example.org", organisation: "HAFEN", role: "Lotsin", topics: ["Flut"])
    #expect(PersonDifferences(known: known, listed: listed).fields == [.name])
    let moved = PersonRecord(name: "Anna Adler", email: "adler@example.net", organisation: "Werft")
    #expect(PersonDifferences(known: known, listed: moved).fields == [.email, .organisation])
    #expect(PersonDifferences(known: known, listed: known).fields.isEmpty)
  }

  @Test("Accepted fields come from the list, the rest stays")
  func taken() {
    let listed = PersonRecord(name: "Anna Amsel", email: "amsel@example.org", organisation: "Werft", topics: ["Flut"])
    let record = known.taking([.name, .organisation], from: listed)
    #expect(
      record
        == PersonRecord(name: "Anna Amsel", email: "anna@example.org", organisation: "Werft", topics: ["Ebbe"]))
  }
}
