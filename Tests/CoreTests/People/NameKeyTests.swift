import Testing

@testable import Core

@Suite("Telling people without an address apart")
struct NameKeyTests {
  @Test(
    "Case, width, spaces and honorifics make no difference to a name",
    arguments: [
      "Dr. Anna Groß", "anna gross", "Prof.Dr. Anna Groß", "Prof. Dr. rer. nat. Anna  Groß", "ANNA GROSS",
      "Anna\u{A0}Groß, PhD", "Frau Dipl.-Ing. Anna Groß", "Anna Groß M.Sc.", "Ａｎｎａ Groß", "Dr.-Ing. Anna Groß",
    ])
  func sameName(_ name: String) {
    let expected = NameKey(PersonRecord(name: "Anna Groß", organisation: "Muster AG"))
    #expect(NameKey(PersonRecord(name: name, organisation: "muster  ag")) == expected)
  }

  @Test(
    "Other names are other people",
    arguments: [
      ("B. Groß", "C. Groß"), ("Phil Groß", "Groß"), ("Anna Müller", "Anna Muller"), ("Nat Groß", "Med Groß"),
      ("Frau", "Herr"),
    ])
  func otherName(_ one: String, _ other: String) {
    #expect(NameKey(PersonRecord(name: one)) != NameKey(PersonRecord(name: other)))
  }

  @Test("The case of a handle counts if nothing else tells two people apart")
  func handles() {
    let key = { (name: String, organisation: String) in
      NameKey(PersonRecord(name: name, email: "", organisation: organisation, role: "", country: "", topics: []))
    }
    #expect(key("eli", "") != key("Eli", ""))
    #expect(key("eli", "Chaos e.V.") == key("Eli", "Chaos e.V."))
    #expect(key("anna berg", "") == key("Anna Berg", ""))
  }

  @Test("The organisation counts")
  func organisation() {
    #expect(
      NameKey(PersonRecord(name: "Anna", organisation: "Muster AG"))
        != NameKey(PersonRecord(name: "Anna", organisation: "Beispiel e.V.")))
  }

  @Test("A record without a name has no key")
  func nothing() {
    #expect(NameKey(PersonRecord(name: " ", organisation: "Muster AG")) == nil)
  }
}
