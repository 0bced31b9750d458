import Foundation
import Testing

@testable import Formats

@Suite("People from vCards")
struct VCardReaderTests {
  private func read(_ lines: [String], end: String = "\r\n") throws -> Reading {
    try Reading(lines.joined(separator: end))
  }

  private func card(_ lines: String...) throws -> ListedPerson? {
    let reading = try read(["BEGIN:VCARD"] + lines + ["END:VCARD", ""])
    #expect(reading.rejected.isEmpty)
    return reading.people.first
  }

  @Test("A card 4.0 is read whole", arguments: ["\r\n", "\n", "\r"])
  func version4(end: String) throws {
    let reading = try read(
      [
        "BEGIN:VCARD", "VERSION:4.0", "FN:Anna Adler", "N:Adler;Anna;;Dr.;", "EMAIL;TYPE=work:anna@example.org",
        "ORG:Beispiel\\, Söhne GmbH;Forschung", "TITLE:Leiterin", "ADR;TYPE=work:;;Weg 1;Köln;;50667;Deutschland",
        "CATEGORIES:KI,Ethik\\, Recht", "EXPERTISE;LEVEL=expert:Bäume", "END:VCARD", "",
      ], end: end)
    let expected = ListedPerson(
      name: "Anna Adler", email: "anna@example.org", organisation: "Beispiel, Söhne GmbH", role: "Leiterin",
      country: "Deutschland", topics: ["KI", "Ethik, Recht", "Bäume"], line: 1)
    #expect(reading.people == [expected])
    #expect(reading.summary.kind == .vcard)
  }

  @Test("A card 2.1: quoted-printable over several lines, character sets, bare parameters")
  func version21() throws {
    let person = try card(
      "VERSION:2.1", "N;CHARSET=windows-1252;ENCODING=QUOTED-PRINTABLE:M=FCller;J=F6rg;;Dr.;",
      "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:J=C3=B6rg=", " M=C3=BC=", "ller", "EMAIL;INTERNET:old@example.org",
      "EMAIL;PREF;INTERNET:joerg@example.org", "ORG;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:Gr=F6=DFe;Abteilung")
    #expect(person?.name == "Jörg Müller")
    #expect(person?.email == "joerg@example.org")
    #expect(person?.organisation == "Größe")
  }

  @Test("Without FN the name comes from N in its order; without N from FN")
  func names() throws {
    #expect(try card("N:Cramer;Carl;Maria,Paul;Prof. Dr.;PhD")?.name == "Prof. Dr. Carl Maria Paul Cramer, PhD")
    #expect(try card("N:Cramer")?.name == "Cramer")
    #expect(try card("FN:Cramer\\, Carl")?.name == "Carl Cramer")
    #expect(try card("N:;;;;", "FN:Carl")?.name == "Carl")
    #expect(try card("N:Cramer;Carl;;;", "FN:carl@example.org")?.name == "Carl Cramer")
    #expect(try card("EMAIL:carl@example.org")?.name == "")
  }

  @Test("Groups, lower case, a byte order mark, no VERSION, no END")
  func loose() throws {
    let reading = try read([
      "\u{FEFF}begin:vcard", "fn:Anna Adler", "item1.email;type=INTERNET;type=pref:anna@example.org", "Begin:vCard",
      "Fn:Bea Bach", "item1.X-ABLabel:privat", "END:VCARD", "BEGIN:VCARD", "FN:Carl Cramer",
    ])
    #expect(reading.names == ["Anna Adler", "Bea Bach", "Carl Cramer"])
    #expect(reading.people.map(\.line) == [1, 4, 8])
    #expect(reading.rejected.isEmpty)
  }

  @Test("The preferred address is used; of invalid ones, the first valid")
  func addresses() throws {
    #expect(try card("FN:A", "EMAIL;PREF=2:b@example.org", "EMAIL;PREF=1:a@example.org")?.email == "a@example.org")
    #expect(try card("FN:A", "EMAIL:kaputt", "EMAIL:mailto:a@example.org")?.email == "a@example.org")
    let broken = try read(["BEGIN:VCARD", "FN:A", "EMAIL:kaputt", "END:VCARD"])
    #expect(broken.names == ["A"])
    #expect(broken.people.first?.remarks == [Problem("import.problem.badAddress", ["value": "kaputt"])])
    let nameless = try read(["BEGIN:VCARD", "EMAIL:kaputt", "END:VCARD"])
    #expect(nameless.problems == ["1 badAddress"])
  }

  @Test("Companies, groups and empty cards are reported, not taken for people")
  func others() throws {
    let reading = try read([
      "BEGIN:VCARD", "KIND:org", "FN:Firma", "END:VCARD",
      "BEGIN:VCARD", "KIND:group", "FN:Team", "MEMBER:mailto:a@example.org", "END:VCARD",
      "BEGIN:VCARD", "ORG:Nur Firma", "END:VCARD",
      "BEGIN:VCARD", "FN:Firma", "ORG:Firma;", "N:;;;;", "END:VCARD",
      "BEGIN:VCARD", "KIND:location", "FN:Saal", "END:VCARD",
    ])
    #expect(reading.people.isEmpty)
    #expect(reading.problems == ["1 organisation", "5 group", "10 nobody", "13 organisation", "18 notAPerson"])
  }

  @Test("Anything between cards, and lines that are no property, are reported with their line")
  func garbage() throws {
    let reading = try read([
      "Meine Kontakte", "BEGIN:VCARD", "FN:Anna", "kein Doppelpunkt", "END:VCARD", "", "noch etwas: hier",
      "BEGIN:VCARD", "FN:Bea",
      "END:VCARD",
    ])
    #expect(reading.names == ["Anna", "Bea"])
    #expect(reading.problems == ["1 outsideCard", "4 notAProperty", "7 outsideCard"])
  }

  @Test("A nested agent does not disturb its card")
  func agent() throws {
    let person = try card("FN:Anna", "AGENT:", "BEGIN:VCARD", "FN:Bea", "END:VCARD", "EMAIL:anna@example.org")
    #expect(person?.name == "Anna")
    #expect(person?.email == "anna@example.org")
  }

  @Test("A picture folded over thousands of lines, indented or not, is skipped")
  func picture() throws {
    let data = Data(repeating: 0x5A, count: 100_000).base64EncodedString(options: [.lineLength76Characters])
    let rows = data.split(separator: "\r\n").map(String.init)
    for indent in [" ", "\t", ""] {
      let reading = try read(
        ["BEGIN:VCARD", "PHOTO;ENCODING=BASE64;JPEG:"] + rows.map { indent + $0 } + ["", "FN:Anna", "END:VCARD"])
      #expect(reading.names == ["Anna"])
      #expect(reading.rejected.isEmpty)
    }
  }

  @Test("Folding inside a character and after a property's name is undone")
  func folding() throws {
    let bytes =
      Array("BEGIN:VCARD\r\nFN:J".utf8) + [0xC3, 0x0D, 0x0A, 0x20, 0xB6]
      + Array("rg\r\nEMAIL\r\n :j@exam\r\n\tple.org".utf8)
    let reading = try Reading(Data(bytes + Array("\r\nEND:VCARD\r\n".utf8)))
    #expect(reading.names == ["Jörg"])
    #expect(reading.emails == ["j@example.org"])
  }

  @Test("The country may be in a label")
  func label() throws {
    #expect(try card("FN:A", "LABEL;ENCODING=QUOTED-PRINTABLE:Weg 1=0D=0ADeutschland")?.country == "Deutschland")
    #expect(try card("FN:A", "ADR;LABEL=\"Weg: 1^nFrance\":;;;;;;")?.country == "France")
  }

  @Test("Old files in Windows-1252 throughout are read")
  func eightBit() throws {
    let text = "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=windows-1252:Müller;Jörg\r\nEND:VCARD\r\n"
    #expect(try Reading(text.windows1252).names == ["Jörg Müller"])
  }

  @Test("Written cards are folded at 75 octets and read back unchanged")
  func roundTrip() throws {
    let people = [
      ListedPerson(
        name: "Dr. Änne van den Berg", email: "aenne@example.org", organisation: "A, B; C \\ D",
        role: String(repeating: "ä", count: 200),
        country: "Österreich", topics: ["KI, Ethik", "Bäume"], line: 1),
      ListedPerson(email: "nur@example.org", line: 12),
    ]
    var writer = VCardWriter()
    for person in people { writer.append(person, uid: "x") }
    let lines = String(decoding: writer.data, as: UTF8.self).components(separatedBy: "\r\n")
    #expect(lines.allSatisfy { $0.utf8.count <= 75 })
    #expect(lines.contains("N:van den Berg;Änne;;Dr.;"))
    var read = try Reading(writer.data).people
    for index in read.indices { read[index].line = people[index].line }
    #expect(read == people)
  }
}
