import Foundation
import Testing

@testable import Formats

@Suite("LDIF")
struct LDIFTests {
  @Test("Entries are people: folded lines joined, base64 decoded; organisations are not")
  func entries() throws {
    let text = """
      version: 1

      # Verzeichnis
      dn: o=Beispiel
      objectClass: organization
      o: Beispiel

      dn: cn=x
      objectClass: person
      cn:: \(Data("Jürgen Adler".utf8).base64EncodedString())
      mail: juergen.ad
       ler@example.org
      o: Beispiel AG
      title;lang-de: Leiter
      """
    let reading = try Reading(text)
    #expect(reading.names == ["Jürgen Adler"] && reading.emails == ["juergen.adler@example.org"])
    #expect(reading.people.first?.organisation == "Beispiel AG" && reading.people.first?.role == "Leiter")
    #expect(reading.summary.kind == .ldif)
  }

  @Test(
    "Bars in text draw tables",
    arguments: [
      "| Name | E-Mail |\n|:-----|-------|\n| **Anna** | [Mail](mailto:a@example.org) |\n",
      "+------+---------------+\n| Name | E-Mail        |\n+------+---------------+\n| Anna | Mail <a@example.org> |\n+--+--+\n",
      "Liste\n\nName | E-Mail\n--- | ---\nAnna | Mail <a@example.org>\n",
    ])
  func bars(text: String) throws {
    #expect(
      try DirectReading.parts(of: Data(text.utf8)).cells == [["Name", "E-Mail"], ["Anna", "Mail <a@example.org>"]])
    #expect(try Reading(text).emails == ["a@example.org"])
  }
}
