import Testing

@testable import Core

@Suite("By what people are told apart")
struct PersonKeyTests {
  @Test("An address counts before a name")
  func addressFirst() {
    #expect(PersonKey(PersonRecord(name: "Anna", email: "Anna@example.org")) == .address("anna@example.org"))
  }

  @Test(
    "Case, width, spaces and honorifics make no difference to a name",
    arguments: [
      "Dr. Anna Groß", "anna gross", "Prof.Dr. Anna Groß", "Prof. Dr. rer. nat. Anna  Groß", "ANNA GROSS",
      "Anna\u{A0}Groß, PhD", "Frau Dipl.-Ing. Anna Groß", "Anna Groß M.Sc.", "Ａｎｎａ Groß", "Dr.-Ing. Anna Groß",
    ])
  func sameName(_ name: String) {
    let expected = PersonKey(PersonRecord(name: "Anna Groß", organisation: "Muster AG"))
    #expect(PersonKey(PersonRecord(name: name, organisation: "muster  ag")) == expected)
  }

  @Test(
    "Other names are other people",
    arguments: [
      ("B. Groß", "C. Groß"), ("Phil Groß", "Groß"), ("Anna Müller", "Anna Muller"), ("Nat Groß", "Med Groß"),
      ("Frau", "Herr"),
    ])
  func otherName(_ one: String, _ other: String) {
    #expect(PersonKey(PersonRecord(name: one)) != PersonKey(PersonRecord(name: other)))
  }

  @Test("The case of a handle counts where nothing else tells two people apart")
  func handles() {
    let key = { (name: String, organisation: String) in
      PersonKey(PersonRecord(name: name, email: "", organisation: organisation, role: "", country: "", topics: []))
    }
    #expect(key("eli", "") != key("Eli", ""))
    #expect(key("eli", "Chaos e.V.") == key("Eli", "Chaos e.V."))
    #expect(key("anna berg", "") == key("Anna Berg", ""))
  }

  @Test("The organisation counts")
  func organisation() {
    #expect(
      PersonKey(PersonRecord(name: "Anna", organisation: "Muster AG"))
        != PersonKey(PersonRecord(name: "Anna", organisation: "Beispiel e.V.")))
  }

  @Test("A record with neither address nor name has no key")
  func nothing() {
    #expect(PersonKey(PersonRecord(name: " ", organisation: "Muster AG")) == nil)
  }
}
