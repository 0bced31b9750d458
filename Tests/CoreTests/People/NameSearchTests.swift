import Testing

@testable import Core

@Suite struct NameSearchTests {
  @Test("A name is found across line breaks and in any case, but only as a whole")
  func finds() {
    let search = NameSearch(["Änne Berg", "ae@example.org", "X"])
    #expect(search.finds(in: "Sie trafen Änne\n  Berg und Udo."))
    #expect(search.finds(in: "AE@EXAMPLE.ORG"))
    #expect(!search.finds(in: "Hänne Bergmann, xae@example.organ"))
    #expect(!search.finds(in: "X"))
    #expect(search.keywords.contains("berg"))
  }

  @Test("A row is somebody's in any order of its cells, with or without titles, however umlauts are written")
  func rows() {
    let search = NameSearch(["Prof. Dr. Quirina Zweigelt-Übelhör", "q@example.org"])
    let rows = [
      ["Zweigelt-Übelhör", "Quirina", "Firma"], ["Quirina", "Zweigelt-Übelhör", "Prof. Dr."],
      ["ZWEIGELT-UEBELHOER, Quirina"], ["Zweigelt_Ubelhor_Quirina.vcf"], ["Quirina Zweigelt-Übelhör, PhD"],
      ["Berg", "Q@example.org"],
    ]
    for row in rows { #expect(search.finds(inRow: row), "\(row)") }
    #expect(!search.finds(inRow: ["Zweigelt", "Quirina", "Firma"]))
    #expect(!search.finds(inRow: ["Quirina", "Prof. Dr."]))
    #expect(search.finds(in: "Sie trafen Quirina Zweigelt-Übelhör und Udo."))
    #expect(!NameSearch(["Anna"]).finds(inRow: ["Berg", "Hannah"]))
  }

  @Test("A database searches by letters that every spelling of a name shares")
  func keywords() {
    #expect(NameSearch(["Prof. Dr. Jörg Mueller"]).keywords == ["ller"])
    #expect(NameSearch(["Dr. Ute Weissberg"]).keywords == ["berg"])
  }
}
