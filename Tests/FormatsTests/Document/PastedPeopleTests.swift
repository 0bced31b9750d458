import Foundation
import Testing

@testable import Formats

@Suite("People as they are pasted")
struct PastedPeopleTests {
  @Test("The ends of mails are people with job, organisation and address")
  func signatures() throws {
    let text = """
      Mit freundlichen Grüßen

      Dr. Anna Adler
      Leiterin Einkauf

      Beispiel Versicherung AG
      Weg 12, 50667 Köln
      Tel.: +49 221 555-123
      anna.adler@example.org
      www.example.org

      --
      Best regards,
      Bo Bach
      Head of Safety | Sample Rail Ltd
      M +44 7700 900123
      bo@example.org
      """
    let reading = try Reading(text)
    #expect(reading.names == ["Dr. Anna Adler", "Bo Bach"])
    #expect(reading.emails == ["anna.adler@example.org", "bo@example.org"])
    #expect(reading.people.map(\.role) == ["Leiterin Einkauf", "Head of Safety"])
    #expect(reading.people.map(\.organisation) == ["Beispiel Versicherung AG", "Sample Rail Ltd"])
  }

  @Test("A job below each name is no person")
  func pairs() throws {
    let text = """
      Referentinnen und Referenten

      Dr. Anna Adler
      Leiterin Forschung, Beispiel-Institut

      Bo Bach
      Geschäftsführer der Muster Logistik GmbH

      Prof. Dr. Cleo Cordes
      Professorin für Ethik, Universität Muster
      """
    #expect(try Reading(text).names == ["Dr. Anna Adler", "Bo Bach", "Prof. Dr. Cleo Cordes"])
  }

  @Test("Brackets behind a name may say organisation and job")
  func brackets() throws {
    let reading = try Reading("1. Dr. Anna Adler, Universität Muster\n2. Bo Bach (Muster GmbH, Vertriebsleiter)\n")
    #expect(reading.people.map(\.organisation) == ["Universität Muster", "Muster GmbH"])
    #expect(reading.people.map(\.role) == ["", "Vertriebsleiter"])
  }

  @Test("A bar in a displayed name stands before the organisation")
  func bars() throws {
    let reading = try Reading("To: \"Anna Adler | Beispiel\" <anna@example.org>, Bo Bach <bo@example.org>\n")
    #expect(reading.names == ["Anna Adler", "Bo Bach"])
    #expect(reading.people.map(\.organisation) == ["Beispiel", ""])
  }

  @Test("A text in a formula's quotes is read without them")
  func formulas() throws {
    let text = "Display Name\tAttendee Email\tMeeting Name\n\"Anna Adler\"\t\"=\"\"anna@example.org\"\"\"\tTeam\n"
    let reading = try Reading(text)
    #expect(reading.emails == ["anna@example.org"])
    #expect(reading.people.map(\.organisation) == [""])
  }
}
