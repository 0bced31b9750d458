@testable import Core

/// Letters for tests to examine: two hosts, one writing German, one English.
enum LetterSamples {
  static let substance: [Language: Substance] = [
    .german: Substance(
      topic: "Was Teams nach einer gescheiterten Einführung von Supervision brauchen",
      question: "Woran haben Sie zuletzt gemerkt, dass ein Team nicht mehr aus seinen Fehlern lernt?",
      contribution: "Drei Kliniken, in denen wir gescheitert sind, und der Fragebogen, den wir danach entworfen haben"),
    .english: Substance(
      topic: "What teams need after a new way of working has failed",
      question: "What was the first sign, the last time you saw a team stop learning from its mistakes?",
      contribution: "Notes from three hospitals where we failed, and the questionnaire we drafted afterwards"),
  ]

  static func substance(for form: AddressForm) throws -> CompleteSubstance {
    var substance = self.substance[form.language] ?? Substance()
    if form == .du { substance.question = substance.question.replacing("haben Sie", with: "hast du") }
    return try CompleteSubstance(substance)
  }

  static func facts(
    _ form: AddressForm, _ kind: LetterOccasion.Kind = .conferenceCancelled, date: LetterDate? = nil
  ) throws -> LetterFacts {
    let occasion = occasion(kind, form.language)
    return LetterFacts(
      form: form, recipient: Recipient(name: "Anna Müller"), occasion: occasion, source: source(occasion),
      talks: [
        form.language == .german ? "Wenn die Supervision aus dem Haus geht" : "When supervision leaves the building"
      ],
      substance: try substance(for: form), date: date ?? fixed(form.language),
      answerBy: form.language == .german ? "Freitag, 6. November" : "Friday 6 November",
      host: LetterFacts.Signature(name: "Jonas Beispiel", lines: ["Beispiel & Partner, Hamburg"]),
      personalLink: "https://tisch.example.org/g/4kQm2xV8tY7nB1cD5eF9gH",
      objectionLink: "https://tisch.example.org/o/4kQm2xV8tY7nB1cD5eF9gH")
  }

  static func dates(_ language: Language) -> [LetterDate] { [fixed(language), .poll(slots: 5), .open] }

  static func occasion(_ kind: LetterOccasion.Kind, _ language: Language) -> LetterOccasion {
    let german = language == .german
    return switch kind {
    case .conferenceCancelled:
      LetterOccasion(kind, name: german ? "Coachingkongress" : "Coaching Congress", year: 2026)
    case .conferenceMissed:
      LetterOccasion(kind, name: german ? "Norddeutsche Fachtagung" : "Northern Summit", year: 2026)
    case .conferencePast: LetterOccasion(kind, name: "38C3", year: 2024)
    case .officeVisit: LetterOccasion(kind, name: german ? "Zentrale" : "head office")
    case .none: LetterOccasion(kind)
    }
  }

  private static func source(_ occasion: LetterOccasion) -> AddressSource {
    switch occasion.kind {
    case .conferenceCancelled, .conferencePast: .publishedProgramme(of: occasion)
    case .conferenceMissed: .participantList(of: occasion)
    case .officeVisit: .sharedDirectory
    case .none: .addressBook
    }
  }

  private static func fixed(_ language: Language) -> LetterDate {
    .fixed(
      language == .german
        ? "Donnerstag, 12. November 2026, 18:30 Uhr (Berlin)" : "Thursday 12 November 2026 at 18:30 (London)")
  }
}
