import Foundation
import Testing

@testable import Formats

@Suite("Tables that aren't upright")
struct TableTurnTests {
  private func people(_ text: String) throws -> [String] {
    try Reading(Data(text.utf8)).people.map { [$0.name, $0.email, $0.organisation].joined(separator: "|") }
  }

  @Test("A column for each person is read like a row for each, with a title above it")
  func transposed() throws {
    let table = """
      Podium;;;
      Name;Anna Adler;Dr. Bea Bär;Carl Cremer
      E-Mail;anna@example.org;;carl@example.org
      Firma;Hafen;Werft;Kai
      Telefon;1;2;3
      """
    #expect(
      try people(table) == [
        "Anna Adler|anna@example.org|Hafen", "Dr. Bea Bär||Werft", "Carl Cremer|carl@example.org|Kai",
      ])
    let parts = "Vorname,Anna,Bea\nNachname,Adler,Bär\nMail,anna@example.org,bea@example.org\n"
    #expect(try people(parts) == ["Anna Adler|anna@example.org|", "Bea Bär|bea@example.org|"])
  }

  @Test("A repeated header, with or without a gap, makes two lists or three")
  func repeated() throws {
    let gap = """
      Gruppe A;;;Gruppe B;
      Name;E-Mail;;Name;E-Mail
      Anna Adler;anna@example.org;;Bea Bär;bea@example.org
      Carl Cremer;carl@example.org;;;
      """
    #expect(
      try people(gap) == ["Anna Adler|anna@example.org|", "Carl Cremer|carl@example.org|", "Bea Bär|bea@example.org|"])
    let tight =
      "Name,Organisation,Name,Organisation,Name,Organisation\nAnna Adler,Hafen,Bea Bär,Werft,Carl Cremer,Kai\nDora Dahl,Mole,,,,\n"
    #expect(try people(tight) == ["Anna Adler||Hafen", "Dora Dahl||Mole", "Bea Bär||Werft", "Carl Cremer||Kai"])
  }

  @Test("Different lists with an empty column between them are read each by its own header")
  func different() throws {
    let table = """
      Name,Firma,,Referent,E-Mail,Thema
      Anna Adler,Hafen,,Bea Bär,bea@example.org,Ebbe
      Carl Cremer,Kai,,Dora Dahl,dora@example.org,Flut
      """
    #expect(
      try people(table) == [
        "Anna Adler||Hafen", "Carl Cremer||Kai", "Bea Bär|bea@example.org|", "Dora Dahl|dora@example.org|",
      ])
  }

  @Test("Long lists side by side lose nobody")
  func long() throws {
    let rows = (1...700).map {
      "Links Nummer\(Self.word($0)),l\($0)@example.org,,Rechts Nummer\(Self.word($0)),r\($0)@example.org"
    }
    let found = try people("Name,E-Mail,,Name,E-Mail\n" + rows.joined(separator: "\n"))
    #expect(found.count == 1400 && Set(found).count == 1400)
  }

  @Test("An empty column inside one list, a form's questions and two addresses of one person turn nothing")
  func upright() throws {
    #expect(try people("Vorname,,Nachname,E-Mail\nAnna,,Adler,anna@example.org\n") == ["Anna Adler|anna@example.org|"])
    #expect(
      try people("Name,Firma,,E-Mail\nAnna Adler,Hafen,,anna@example.org\nBea Bär,Werft,,bea@example.org\n")
        == ["Anna Adler|anna@example.org|Hafen", "Bea Bär|bea@example.org|Werft"])
    #expect(try people("Name,E-Mail\nName Anna,anna@example.org\n") == ["Name Anna|anna@example.org|"])
  }

  private static func word(_ number: Int) -> String {
    String(String(number).map { Character(UnicodeScalar(UInt8(97 + ($0.wholeNumberValue ?? 0)))) })
  }
}
