import Acts
import Core
import Foundation
import Records

extension LettersPage {
  package static var samples: [LettersPage] {
    let now = PartyFacts.sampleTime
    let letters = DeskLetter.samples(.prepared)
    let refused = [letters[0].guest.id: String(repeating: "Viel zu lang. ", count: 50)]
    return [
      LettersPage(facts: .draft, letters: [], hasAddress: true, now: now),
      LettersPage(facts: .prepared, letters: [], hasAddress: true, now: now),
      LettersPage(facts: .prepared, letters: letters, hasAddress: true, now: now),
      LettersPage(facts: .prepared, letters: letters, hasAddress: false, refused: refused, now: now),
      LettersPage(facts: .inviting, letters: DeskLetter.samples(.inviting), hasAddress: true, now: now),
    ]
  }
}

extension LetterPage {
  package static var samples: [LetterPage] {
    let letters = DeskLetter.samples(.prepared)
    var long = sample(letters[1], .prepared)
    long.entered.subject = String(repeating: "lang ", count: 40)
    long.errors = long.entered.errors
    return [
      sample(letters[0], .prepared, isSaved: true), long, sample(letters[2], .prepared),
      sample(DeskLetter.samples(.inviting)[0], .inviting),
    ]
  }

  private static func sample(_ letter: DeskLetter, _ facts: PartyFacts, isSaved: Bool = false) -> LetterPage {
    LetterPage(
      facts: facts, letter: letter, entered: LetterEntry(letter), sender: "Miriam Sander <runde@example.org>",
      replyTo: Host.sample.email, link: DeskLetter.sampleLink, isSaved: isSaved)
  }
}

extension DeskLetter {
  static let sampleLink = "https://runde.example.org/g/BwcHBwcHBwcHBwcHBwcHBw"

  /// The first has a sentence, two are alike, the rest have none.
  package static func samples(_ facts: PartyFacts) -> [DeskLetter] {
    facts.guests.enumerated().compactMap { index, known in
      var known = known
      if index == 0 {
        known.guest.letter.ownSentence =
          "Seit Ihrem Aufsatz über das Schweigen in der dritten Sitzung höre ich anders zu."
      }
      guard let substance = try? CompleteSubstance(Party.sample().substance) else { return nil }
      let letterFacts = LetterFacts(
        form: .sie, recipient: Recipient(name: known.name),
        occasion: LetterOccasion(.conferenceCancelled, name: "Norddeutscher Coaching-Kongress", year: 2026),
        source: .participantList(of: LetterOccasion(.conferenceCancelled, name: "Norddeutscher Coaching-Kongress")),
        talks: index < 3 ? ["Coaching in Behörden: drei Jahre später"] : [], substance: substance,
        host: LetterFacts.Signature(name: "Miriam Sander"), personalLink: sampleLink,
        objectionLink: "https://runde.example.org/objection/BwcHBwcHBwcHBwcHBwcHBw")
      var letter = DeskLetter(
        known: known, letter: .invitation(letterFacts, edits: known.guest.letter),
        composed: LetterProposal(letterFacts), hasObjected: facts.objected.contains(known.guest.id))
      if index == 1 { letter.alike = ["Sven Oltmanns"] }
      return letter
    }
  }
}
