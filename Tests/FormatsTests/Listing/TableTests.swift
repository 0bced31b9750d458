import Foundation
import Testing

@testable import Formats

@Suite("People from tables")
struct TableTests {
  @Test("A German Excel export: semicolons, Windows-1252, title and empty rows")
  func germanExcel() throws {
    let text = """
      Anrede;Titel;Vorname;Name;Firma;Funktion;E-Mail;Land;Themen\r
      Frau;Dr.;Änne;Müller;Größe & Söhne GmbH;Leiterin;aenne@example.org;Österreich;KI, Ethik\r
      Herr;;Jörg;Weiß;„Firma“ – 5 €;;joerg@example.org;;\r
      ;;;;;;;;\r

      """
    let reading = try Reading(text.windows1252)
    #expect(reading.names == ["Dr. Änne Müller", "Jörg Weiß"])
    #expect(reading.people.first?.organisation == "Größe & Söhne GmbH")
    #expect(reading.people.first?.role == "Leiterin")
    #expect(reading.people.first?.country == "Österreich")
    #expect(reading.people.first?.topics == ["KI", "Ethik"])
    #expect(reading.people.last?.organisation == "„Firma“ – 5 €")
    #expect(reading.rejected.isEmpty)
  }

  @Test("Excel's Unicode text: UTF-16 with tabs")
  func unicodeText() throws {
    let text = "Name\tE-Mail\r\n\"Müller, Anna\"\tanna@example.org\r\n"
    let reading = try Reading(text.utf16Data(littleEndian: true, mark: true))
    #expect(reading.names == ["Anna Müller"])
    #expect(reading.summary.kind == .table)
  }

  @Test("A byte order mark before a quoted header does not hide it")
  func markAndQuotes() throws {
    let reading = try Reading("\u{FEFF}\"Name\",\"E-Mail-Adresse\"\n\"Anna\nAdler\",anna@example.org\n")
    #expect(reading.names == ["Anna Adler"])
    #expect(reading.people.first?.line == 2)
    #expect(reading.summary.layout?.header == ["Name", "E-Mail-Adresse"])
  }

  @Test("Title lines above the header, empty columns, a total below")
  func surroundings() throws {
    let reading = try Reading(
      """
      Teilnehmerliste Kongress 2020;;;
      ;;;
      Stand: 12.3.2020;;;

      Nachname;Vorname;;E-Mail;
      Adler;Anna;;anna@example.org;
      Bach;Bea;;bea[example.org;
      Summe;2;;;
      """)
    #expect(reading.names == ["Anna Adler", "Bea Bach"])
    #expect(reading.emails == ["anna@example.org", ""])
    #expect(reading.people.last?.remarks == [Problem("import.problem.badAddress", ["value": "bea[example.org"])])
    #expect(reading.problems == ["8 totals"])
    #expect(reading.rejected.first?.cells == ["Summe", "2", "", "", ""])
    #expect(reading.summary.layout?.headerLine == 5)
  }

  @Test("Of columns with the same name, the first filled one counts")
  func duplicateHeaders() throws {
    let reading = try Reading("Name;Mail;Mail\nAnna;;anna@example.org\nBea;bea@example.org;other@example.org\n")
    #expect(reading.emails == ["anna@example.org", "bea@example.org"])
  }

  @Test("LinkedIn's export has notes above its header")
  func linkedIn() throws {
    let reading = try Reading(
      """
      Notes:
      "When exporting your connection data, you may notice that some is missing"

      First Name,Last Name,URL,Email Address,Company,Position,Connected On
      Anna,Adler,https://www.example.com/in/anna,,Beispiel GmbH,CEO,01 Jan 2020
      """)
    #expect(reading.names == ["Anna Adler"])
    #expect(reading.people.first?.organisation == "Beispiel GmbH")
    #expect(reading.people.first?.role == "CEO")
    #expect(reading.rejected.isEmpty)
  }

  @Test("A table of talks: every speaker is a person, the talk a topic")
  func talks() throws {
    let reading = try Reading(
      "Title,Speakers,Abstract\nOn Trees,\"Anna Adler, Bea Bach and Carl Cramer\",x\nVögel,Anna Adler; Dora Dachs,y\n")
    #expect(reading.names == ["Anna Adler", "Bea Bach", "Carl Cramer", "Anna Adler", "Dora Dachs"])
    #expect(reading.people.map(\.topics) == [["On Trees"], ["On Trees"], ["On Trees"], ["Vögel"], ["Vögel"]])
  }

  @Test("A speaker's organisation in brackets is understood, even with several speakers")
  func speakerWithOrganisation() throws {
    let reading = try Reading("Vortrag;Referent/in\nBäume;Anna Adler (Beispiel GmbH, Berlin) und Bea Bach\n")
    #expect(reading.names == ["Anna Adler", "Bea Bach"])
    #expect(reading.people.first?.organisation == "Beispiel GmbH, Berlin")
  }

  @Test("Without a header the cells tell the roles of the columns")
  func headerless() throws {
    let reading = try Reading(
      "Anna Adler;anna@example.org;Beispiel GmbH;Deutschland\nBea Bach;bea@example.org;Muster AG;France\n")
    #expect(reading.summary.layout?.columns == [.name, .email, .organisation, .country])
    #expect(reading.summary.layout?.hasHeader == false)
    let parts = try Reading("Adler,Anna,anna@example.org\nBach,Bob,bob@example.org\n")
    #expect(parts.names == ["Anna Adler", "Bob Bach"])
  }

  @Test("The reader's corrections win over the guess")
  func corrections() throws {
    let text = "Wer;Was\nAnna Adler;Beispiel GmbH\n"
    let reading = try Reading(text, columns: [.organisation, .name], hasHeader: false)
    #expect(reading.names == ["Was", "Beispiel GmbH"])
    #expect(try Reading(text, columns: [.name], hasHeader: true).names == ["Anna Adler"])
  }

  @Test("An unclosed quote is named with its line; everybody else is read")
  func openQuote() throws {
    let reading = try Reading("Name,Mail\n\"Anna, anna@example.org\nBea,bea@example.org\nCarl,carl@example.org\n")
    #expect(reading.names == ["Bea", "Carl"])
    #expect(reading.problems == ["2 openQuote"])
  }

  @Test("Neither name nor address is nobody; either one alone is enough")
  func nobody() throws {
    let reading = try Reading("Name;Mail;Ort\nAnna;;Köln\n;bea@example.org;\n;;Bonn\n-;n/a;Ulm\n")
    #expect(reading.names == ["Anna", ""])
    #expect(reading.problems == ["4 nobody", "5 nobody"])
  }

  @Test("Addresses in a cell: several, with mailto, with a name")
  func addressCells() throws {
    let reading = try Reading(
      """
      Name;Mail
      ;Anna Adler <anna@example.org>
      Bea <bea@example.org>;
      Carl;falsch
      Dora;mailto:dora@example.org?subject=x
      Eva;kaputt, eva@example.org
      """)
    #expect(reading.names == ["Anna Adler", "Bea", "Carl", "Dora", "Eva"])
    #expect(reading.emails == ["anna@example.org", "bea@example.org", "", "dora@example.org", "eva@example.org"])
    #expect(reading.people.map(\.remarks.count) == [0, 0, 1, 0, 0])
    #expect(reading.problems.isEmpty)
  }

  @Test("Rows that are too short or too long are read as far as possible")
  func ragged() throws {
    let reading = try Reading("Name,Mail,Themen\nAnna\nBea,bea@example.org,KI,Ethik,Recht\n")
    #expect(reading.names == ["Anna", "Bea"])
    #expect(reading.people.last?.topics == ["KI", "Ethik", "Recht"])
  }

  @Test("A header repeated between the rows is reported")
  func repeatedHeader() throws {
    let reading = try Reading("Name;Firma\nAnna;A\nName;Firma\nBea;B\n")
    #expect(reading.names == ["Anna", "Bea"])
    #expect(reading.problems == ["3 repeatedHeader"])
  }

  @Test("One column of names, family name first")
  func singleColumn() throws {
    #expect(try Reading("Name\nMüller, Anna\nSchmidt, Bob\n").names == ["Anna Müller", "Bob Schmidt"])
  }

  @Test("A table that was saved twice, each line quoted as a whole, is unwrapped")
  func wrapped() throws {
    let reading = try Reading(
      "\"Name;\"\"E-Mail\"\"\"\n\n\"Anna Adler;\"\"anna@example.org\"\"\"\n\"Bea;bea@example.org\"\n")
    #expect(reading.names == ["Anna Adler", "Bea"])
    #expect(reading.people.map(\.line) == [3, 4])
  }

  @Test("Eventbrite's serial numbers are no names")
  func eventbrite() throws {
    let reading = try Reading(
      """
      Order #,Order Date,First Name,Last Name,Email,Quantity,Ticket Type,Attendee #,Company,Job Title
      1,2020-03-12,Anna,Adler,anna@example.org,1,Speaker,1,Beispiel GmbH,CTO
      """)
    #expect(reading.names == ["Anna Adler"])
    #expect(reading.people.first?.role == "CTO")
  }

  @Test("More rows than the limit stop the reading")
  func rowLimit() {
    var limits = ReadingLimits()
    limits.rows = 2
    #expect(throws: Problem("import.problem.tooManyRows", ["limit": "2"])) {
      try Reading(Data("Name\nA\nB\nC\n".utf8), limits: limits)
    }
  }
}
