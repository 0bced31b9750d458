import Testing

@testable import Formats

@Suite("Organisations in footnotes")
struct FootnotedNamesTests {
  private static let page = """
    <html><body><h2>Committee</h2><p>Ana Prado<sup>1</sup>, Wim Claes<sup>2</sup>, Ravi Iyer<sup>1,3</sup> and Uta Kranz<sup>2</sup></p>
    <p><sup>1</sup> Universidade de Exemplo<br><sup>2</sup> Voorbeeld Instituut<br><sup>3</sup> Sample Labs</p></body></html>
    """

  @Test("Raised numbers on a page refer to the lines below")
  func page() throws {
    let reading = try Reading(Self.page)
    #expect(reading.names == ["Ana Prado", "Wim Claes", "Ravi Iyer", "Uta Kranz"])
    #expect(
      reading.people.map(\.organisation) == [
        "Universidade de Exemplo", "Voorbeeld Instituut", "Universidade de Exemplo", "Voorbeeld Instituut",
      ])
  }

  @Test("So do digits behind names in text copied from a PDF, and an asterisk gives the address")
  func copied() throws {
    let reading = try Reading(
      """
      Ana Prado1, Wim Claes2*, Ravi Iyer1,2
      and Uta Kranz2
      1 Universidade de Exemplo
      2Voorbeeld Instituut
      * Corresponding author: wim@example.org
      """)
    #expect(reading.names == ["Ana Prado", "Wim Claes", "Ravi Iyer", "Uta Kranz"])
    #expect(reading.emails == ["", "wim@example.org", "", ""])
    #expect(reading.people.last?.organisation == "Voorbeeld Instituut")
  }

  @Test("Words that are raised, and text with a raised number alone, are no notes")
  func others() {
    #expect(String(decoding: RaisedText.written(Array("th".utf8)), as: UTF8.self) == "th")
    #expect(String(decoding: RaisedText.written(Array("1,2".utf8)), as: UTF8.self) == "¹,²")
    #expect(!FootnotedNames.hold(["The room has 20 m², as before.", "It is large."]))
    #expect(!FootnotedNames.hold(["Anna Adler, Bo Bach", "2 persons"]))
  }

  @Test("A raised mark behind a name in a table's cell is no part of the name")
  func cell() throws {
    let reading = try Reading("Name,E-Mail\nAnna Adler¹,anna@example.org\nBo Bach,bo@example.org\n")
    #expect(reading.names == ["Anna Adler", "Bo Bach"])
  }
}
