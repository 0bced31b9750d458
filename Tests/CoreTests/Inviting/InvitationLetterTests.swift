import Testing

@testable import Core

@Suite("The invitation letter")
struct InvitationLetterTests {
  @Test(
    "The salutation says what is known, and no more",
    arguments: [
      (Recipient(name: "Anna Müller"), "Guten Tag Anna Müller,", "Hallo Anna,", "Dear Anna Müller,"),
      (Recipient(name: "Müller, Anna"), "Guten Tag Anna Müller,", "Hallo Anna,", "Dear Anna Müller,"),
      (
        Recipient(name: "Dr. Anna Müller"), "Guten Tag Dr. Anna Müller,", "Hallo Anna,", "Dear Dr Anna Müller,"
      ),
      (
        Recipient(name: "Anna Müller", title: "Prof. Dr."), "Guten Tag Prof. Dr. Anna Müller,", "Hallo Anna,",
        "Dear Professor Anna Müller,"
      ),
      (Recipient(name: "Frau Anna Müller"), "Guten Tag Anna Müller,", "Hallo Anna,", "Dear Anna Müller,"),
      (Recipient(name: "A. Müller"), "Guten Tag A. Müller,", "Hallo A. Müller,", "Dear A. Müller,"),
      (Recipient(), "Guten Tag,", "Hallo,", "Hello,"),
      (Recipient(name: "Dr."), "Guten Tag,", "Hallo,", "Hello,"),
      (Recipient(name: "anna@example.org"), "Guten Tag,", "Hallo,", "Hello,"),
      (Recipient(name: "Anna  \n Müller "), "Guten Tag Anna Müller,", "Hallo Anna,", "Dear Anna Müller,"),
      (
        Recipient(name: "Anna Maria Müller", givenName: "Anna Maria"), "Guten Tag Anna Maria Müller,",
        "Hallo Anna Maria,", "Dear Anna Maria Müller,"
      ),
      (Recipient(name: "X", salutation: "Liebe Anna,"), "Liebe Anna,", "Liebe Anna,", "Liebe Anna,"),
    ])
  func salutations(recipient: Recipient, sie: String, du: String, english: String) {
    let said = AddressForm.allCases.map { $0.phrases.salutation(recipient) }
    #expect(said == [sie, du, english])
  }

  @Test(
    "A German occasion is spoken of in its gender, or around it",
    arguments: [
      ("Coachingkongress", 2026, "beim Coachingkongress 2026", "vom Coachingkongress 2026"),
      ("Norddeutsche Fachtagung", 2026, "bei der Norddeutschen Fachtagung 2026", "der Norddeutschen Fachtagung 2026"),
      (
        "Deutscher Coachingkongress 2026", 2026, "beim Deutschen Coachingkongress 2026",
        "vom Deutschen Coachingkongress 2026"
      ),
      ("Barcamp Kiel", 2025, "beim Barcamp Kiel 2025", "vom Barcamp Kiel 2025"),
      ("12. Internationales Symposium", nil, "beim 12. Internationalen Symposium", "vom 12. Internationalen Symposium"),
      (
        "Hamburger Gesundheitstage", 2025, "bei den Hamburger Gesundheitstagen 2025",
        "der Hamburger Gesundheitstage 2025"
      ),
      ("Health Data Forum", 2025, "beim Health Data Forum 2025", "vom Health Data Forum 2025"),
      ("Forum für Neue Arbeit", nil, "beim Forum für Neue Arbeit", "vom Forum für Neue Arbeit"),
      ("Kleine Runde Forum", nil, "bei „Kleine Runde Forum“", "von „Kleine Runde Forum“"),
      ("38C3", 2024, "bei „38C3“ (2024)", "von „38C3“ (2024)"),
      ("PyConFR 2025", 2025, "bei „PyConFR 2025“", "von „PyConFR 2025“"),
    ] as [(String, Int?, String, String)])
  func germanOccasions(name: String, year: Int?, at: String, of: String) {
    let occasion = GermanOccasion(occasion: LetterOccasion(.conferenceMissed, name: name, year: year))
    #expect(occasion.at == at)
    #expect(occasion.of == of)
  }

  @Test(
    "An English occasion gets an article where it wants one",
    arguments: [
      ("Coaching Congress", 2026, "at the 2026 Coaching Congress"), ("38C3", 2024, "at 38C3 in 2024"),
      ("The Northern Summit", 2026, "at The Northern Summit in 2026"), ("PyConFR 2025", 2025, "at PyConFR 2025"),
      ("Leadership Summit 2025", 2025, "at the Leadership Summit 2025"),
    ])
  func englishOccasions(name: String, year: Int, at: String) {
    #expect(EnglishOccasion(occasion: LetterOccasion(.conferencePast, name: name, year: year)).at == at)
  }

  @Test("Whatever is missing, no gap is left", arguments: AddressForm.allCases, LetterOccasion.Kind.allCases)
  func missingFacts(form: AddressForm, kind: LetterOccasion.Kind) throws {
    for date in [LetterDate.open, .fixed(" "), .poll(slots: 0), .poll(slots: 1), .poll(slots: 20)] {
      var facts = try LetterSamples.facts(form, kind, date: date)
      facts.recipient = Recipient()
      facts.occasion = LetterOccasion(kind, name: " ", year: 2026)
      facts.source = .publishedProgramme(of: facts.occasion)
      facts.talks = [" ", ""]
      facts.answerBy = ""
      facts.host = LetterFacts.Signature(name: "Jonas Beispiel", lines: [" ", ""])
      expectTidy(.invitation(facts))
      #expect(Letter.invitation(facts).text.contains("  ,") == false)
    }
  }

  @Test("The host's own words win, and blank ones do not")
  func edits() throws {
    let facts = try LetterSamples.facts(.sie)
    let edits = LetterEdits(
      subject: "Ein Wort\r\nBcc: x@example.org", opening: "wir kennen uns aus Kiel", reason: "Sie widersprechen gern",
      ownSentence: "Das mag ich.")
    let letter = Letter.invitation(facts, edits: edits)
    #expect(letter.subject == "Ein Wort Bcc: x@example.org")
    #expect(letter.blocks[1] == .paragraph("wir kennen uns aus Kiel."))
    #expect(letter.blocks[2] == .paragraph("Sie widersprechen gern. Das mag ich."))
    #expect(
      Letter.invitation(facts, edits: LetterEdits(subject: " ", opening: "", reason: " ")) == Letter.invitation(facts))
  }

  @Test("A subject that would be too long omits the occasion", arguments: AddressForm.allCases)
  func longSubjects(form: AddressForm) throws {
    var facts = try LetterSamples.facts(form)
    facts.occasion.name = String(repeating: "Coaching ", count: 8) + "Congress"
    #expect(Letter.proposedSubject(facts).count <= 70)
    #expect(!Letter.proposedSubject(facts).contains("Coaching"))
  }

  @Test("The letter names the source and how to object", arguments: AddressForm.allCases)
  func smallPrint(form: AddressForm) throws {
    var facts = try LetterSamples.facts(form)
    let sources: [AddressSource] = [
      .publishedProgramme(of: facts.occasion), .participantList(of: facts.occasion), .businessCard, .addressBook,
      .sharedDirectory, .guest("Anna Berg"), .other("example.org"),
    ]
    let notes = sources.map { source -> Letter.Block? in
      facts.source = source
      return Letter.invitation(facts).blocks.last
    }
    #expect(Set(notes).count == sources.count)
    for case .footnote(let inlines)? in notes { #expect(inlines.last == .link(facts.objectionLink)) }
  }

  @Test("No line ends between a day and its month, or a time and its unit", arguments: 1...40)
  func boundWords(length: Int) throws {
    var facts = try LetterSamples.facts(.sie)
    facts.date = .fixed("\(String(repeating: "x", count: length)), 12. November 2026, 18:30 Uhr (Berlin)")
    let text = Letter.invitation(facts).text
    #expect(text.contains("12. November") && text.contains("18:30 Uhr"))
  }

  @Test("Links are alone on their lines")
  func links() throws {
    let facts = try LetterSamples.facts(.english)
    let lines = Letter.invitation(facts).text.split(separator: "\n").map(String.init)
    #expect(lines.contains(facts.personalLink))
    #expect(lines.contains(facts.objectionLink))
  }
}
