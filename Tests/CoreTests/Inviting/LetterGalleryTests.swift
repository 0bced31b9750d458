import Foundation
import Testing

@testable import Core

/// Every kind of letter. With `LETTER_GALLERY=1` they are printed, for reading.
@Suite("The gallery of letters")
struct LetterGalleryTests {
  @Test("An invitation is brief, whole and tidy", arguments: AddressForm.allCases, LetterOccasion.Kind.allCases)
  func invitations(form: AddressForm, kind: LetterOccasion.Kind) throws {
    for date in LetterSamples.dates(form.language) {
      let letter = Letter.invitation(try LetterSamples.facts(form, kind, date: date))
      show(letter, "\(form) \(kind) \(date)")
      expectTidy(letter)
      #expect((120...180).contains(bodyWords(letter)), "\(bodyWords(letter)) words")
      #expect(letter.subject.count <= 70)
    }
  }

  @Test("The letters that follow are tidy too", arguments: AddressForm.allCases)
  func followingLetters(form: AddressForm) throws {
    let facts = try LetterSamples.facts(form)
    let (old, new) =
      form == .english
      ? ("Thursday 12 November 2026 at 18:30 (London)", "Tuesday 17 November 2026 at 18:30 (London)")
      : ("Donnerstag, 12. November 2026, 18:30 Uhr (Berlin)", "Dienstag, 17. November 2026, 18:30 Uhr (Berlin)")
    let reason = form == .english ? "I have lost my voice" : "Mir ist die Stimme weggeblieben"
    let letters: [(String, Letter)] = [
      ("reminder", .reminder(facts)), ("confirmation", .confirmation(facts, date: old)),
      ("confirmation for perhaps", .confirmation(facts, date: old, isComing: false)),
      ("admission", .admission(facts)), ("change", .change(facts, from: old, to: new)),
      ("change without old date", .change(facts, from: nil, to: new)),
      ("removal", .removal(facts, date: old)),
      ("cancellation", .cancellation(facts, reason: reason, date: old)),
      ("cancellation without facts", .cancellation(facts, reason: nil, date: nil)),
    ]
    for (name, letter) in letters {
      show(letter, "\(form) \(name)")
      expectTidy(letter)
    }
  }

  @Test("Mail besides the letters is tidy, and names guests as far as they agreed", arguments: AddressForm.allCases)
  func eveningLetters(form: AddressForm) throws {
    let facts = try LetterSamples.facts(form)
    let date =
      form == .english
      ? "Thursday 12 November 2026 at 18:30 (London)" : "Donnerstag, 12. November 2026, 18:30 Uhr (Berlin)"
    func attendee(_ name: String, _ shown: Shown) -> GuestCompany.Attendee {
      GuestCompany.Attendee(
        name: name, organisation: "Institut für Beratung und Supervision an der Universität Jena", role: "Leitung",
        shown: shown)
    }
    let people = [attendee("Dr. Helene Brandis", .fullName), attendee("Sven Oltmanns", .firstName)]
    let companies = [
      [], [attendee("A B", .nothing)], people, people + [attendee("A B", .nothing), attendee("C D", .unasked)],
    ]
    let letters: [(String, Letter)] =
      companies.map { ("day before", .dayBefore(facts, date: date, company: GuestCompany($0))) } + [
        ("poll reminder", .pollReminder(facts, until: nil)),
        ("poll reminder", .pollReminder(facts, until: "Friday 6 November")),
        ("new link", .newLink(facts, hasEntry: true)), ("new link", .newLink(facts, hasEntry: false)),
        ("message", .message(facts, subject: " A \n word ", text: "One line.\r\n\r\nAnother   line.\n")),
      ]
    for (name, letter) in letters {
      show(letter, "\(form) \(name)")
      expectTidy(letter)
    }
    #expect(letters[3].1.text.contains("Helene Brandis") && !letters[3].1.text.contains("Oltmanns"))
    #expect(letters.last?.1.subject == "A word")
  }

  @Test("Mails to hosts are tidy", arguments: Language.allCases)
  func hostMails(language: Language) {
    let link = "https://tisch.example.org/parties/1"
    let notices: [HostNotice] =
      HostNotice.EntryStep.allCases.map(HostNotice.entry) + [
        .cohost(name: "Anna Müller"),
        .recommendation(date: "12. 11. 2026, 18:30", reason: "7 von 8 können", deadlinePassed: false),
        .recommendation(date: "12. 11. 2026, 18:30", reason: nil, deadlinePassed: true),
        .noDateFits(reason: nil), .waiting(name: "Anna Müller"), .proposal(names: ["Anna Müller"]),
        .proposal(names: ["Anna Müller", "Ben Sample"]),
      ]
    let letters =
      notices.map { Letter.notice($0, topic: "Supervision nach dem Scheitern", link: link, language: language) }
      + [Letter.signIn(site: "tisch.example.org", link: link, minutes: 15, language: language)]
    for letter in letters {
      show(letter, "\(language) host")
      expectTidy(letter)
    }
  }

  /// The text a guest reads: salutation, prose and question, without signature and small print.
  private func bodyWords(_ letter: Letter) -> Int {
    let read = letter.blocks.map { block in
      switch block {
      case .paragraph(let inlines): inlines.map { if case .text(let text) = $0 { text } else { "" } }.joined()
      case .quote(let question): question
      case .list(let lines): lines.joined(separator: " ")
      case .signature, .footnote: ""
      }
    }
    return read.joined(separator: " ").split(whereSeparator: \.isWhitespace).count
  }

  private func show(_ letter: Letter, _ title: String) {
    guard ProcessInfo.processInfo.environment["LETTER_GALLERY"] != nil else { return }
    print("\n======== \(title) · \(bodyWords(letter)) words\nSubject: \(letter.subject)\n\n\(letter.text)")
  }
}

/// No holes, doubled marks, exclamation marks or overlong lines.
func expectTidy(_ letter: Letter, sourceLocation: SourceLocation = #_sourceLocation) {
  for text in letter.blocks.map(\.text) + [letter.subject] {
    let flowing = text.trimmingCharacters(in: .whitespaces).replacing("\n    ", with: "\n")
    for hole in ["  ", " ,", " .", " :", " ;", "..", ",,", "!", "()", "„“", "“”", "nil", "Optional", " \n"] {
      #expect(!flowing.contains(hole), "“\(hole)” in: \(text)", sourceLocation: sourceLocation)
    }
    #expect(!flowing.isEmpty, sourceLocation: sourceLocation)
  }
  for line in letter.text.split(separator: "\n") where !line.hasPrefix("https://") {
    #expect(line.count <= 72, "\(line)", sourceLocation: sourceLocation)
  }
}
