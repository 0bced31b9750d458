import Testing

@testable import Formats

@Suite("Guessing columns")
struct ColumnGuessTests {
  @Test(
    "Column names of registration desks and address books are known",
    arguments: [
      ("Vorname", ColumnRole.firstName), ("Familienname", .lastName), ("Name, Vorname", .name),
      ("E-Mail-Adresse", .email),
      ("Mail", .email), ("E-mail 1 - Value", .email), ("Primary Email", .email),
      ("Ihre E-Mail-Adresse (dienstlich)", .email),
      ("Unternehmen", .organisation), ("Firma/Institution", .organisation), ("Organization 1 - Name", .organisation),
      ("Einrichtung", .organisation), ("Jobtitel", .role), ("Job Title", .role), ("Funktion", .role),
      ("Land", .country),
      ("Country/Region", .country), ("Business Country/Region", .country), ("Interessen", .topics),
      ("Stichwörter", .topics),
      ("Schwerpunkte", .topics), ("Referent*innen", .speakers), ("Speaker(s)", .speakers), ("Vortragende", .speakers),
      ("Vortragstitel", .talkTitle), ("Session Title", .talkTitle), ("Akad. Titel", .title), ("Telefon", .ignore),
      ("E-mail Type", .ignore), ("Phonetic First Name", .ignore), ("Company Main Phone", .ignore),
      ("PRÉNOM", .firstName),
      ("Welche Themen interessieren Sie?", .topics), ("GIVEN NAME", .firstName), ("FULL_NAME", .name),
    ])
  func names(header: String, role: ColumnRole) {
    #expect(HeaderWords.roughRole(of: header) == role)
  }

  @Test("Beside a first name, Name is the family name; beside both it is the whole")
  func name() {
    #expect(roles(["Name", "Vorname"]) == [.lastName, .firstName])
    #expect(roles(["Name", "Given Name", "Family Name"]) == [.name, .firstName, .lastName])
  }

  @Test("Titel means what its cells say")
  func title() {
    #expect(roles(["Titel", "Name"], [["Dr.", "Anna"], ["Prof.", "Bea"]]) == [.title, .name])
    #expect(roles(["Title", "Name"], [["Manager", "Anna"], ["Head of IT", "Bea"]]) == [.role, .name])
    #expect(roles(["Title", "Speaker"], [["On Trees", "Anna Adler"]]) == [.talkTitle, .speakers])
    #expect(roles(["Titel", "Name"], [["Wie die Bäume im Winter sprechen", "Anna"]]) == [.talkTitle, .name])
  }

  @Test("A column of addresses is found even if its name says nothing")
  func unknownName() {
    #expect(roles(["Name", "Kanal"], [["Anna", "anna@example.org"]]) == [.name, .email])
  }

  private func roles(_ header: [String], _ rows: [[String]] = []) -> [ColumnRole] {
    ColumnGuess.roles(header: header, rows: rows, width: header.count)
  }
}

extension ColumnGuessTests {
  @Test(
    "How people are spoken to stands in columns of its own, also behind a title; in a table of talks the language is the talk's"
  )
  func manners() {
    #expect(
      roles(["Anrede", "Name", "Sprache"], [["Frau", "Anna Berg", "de"], ["Herr", "Bo Kern", "en"]])
        == [.honorific, .name, .language])
    #expect(roles(["Gender", "Name"], [["m", "Bo Kern"], ["f", "Anna Berg"]]) == [.honorific, .name])
    #expect(
      roles(["Speaker", "Title", "Language"], [["Anna Berg", "Why tests lie to us sometimes", "en"]])
        == [.speakers, .talkTitle, .ignore])
    #expect(MannerWords.honorific("Frau Dr.") == "ms" && MannerWords.honorific("Herrn") == "mr")
    #expect(MannerWords.honorific("Frau und Herr").isEmpty && MannerWords.honorific("Familie").isEmpty)
    #expect(MannerWords.language("Deutsch, Englisch") == "de" && MannerWords.language("en-GB") == "en")
    #expect(MannerWords.language("français").isEmpty)
  }

  @Test(
    "A plain text is folded as one with an accent",
    arguments: [
      "", " ", "E-Mail", "e mail", "E - MAIL address 2", "Maerz", "aee", "oue", "Queue ue", "N. N.", "?!",
      "  Two   words ", "a e", "E MaIl, e-mail; email", "100 %", "oaeuoe",
    ])
  func folding(text: String) {
    // The accent belongs to the last letter and goes, but such a text is no ASCII any more.
    #expect(HeaderWords.folded(text) == HeaderWords.folded(text + "\u{301}"))
  }
}
