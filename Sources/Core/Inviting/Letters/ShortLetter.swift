import Foundation

/// An invitation for a short message to somebody whose mail address isn't known: what it is, the question, and the
/// personal page, which has the whole letter and the objection.
package struct ShortLetter: Sendable, Hashable {
  package var form: AddressForm
  package var recipient: Recipient
  package var question: String
  package var seats: Int
  package var minutes: Int
  /// The host's own sentence for this guest; may be empty.
  package var sentence: String
  package var personalLink: String

  package init(
    form: AddressForm, recipient: Recipient, question: String, seats: Int, minutes: Int, sentence: String = "",
    personalLink: String
  ) {
    self.form = form
    self.recipient = recipient
    self.question = question
    self.seats = seats
    self.minutes = minutes
    self.sentence = sentence
    self.personalLink = personalLink
  }

  /// As full as the limit allows; the question and the host's sentence are left out if there is no room for them.
  /// - Parameter limit: the number of characters a message holds.
  package func text(limit: Int) -> String {
    let phrases = form.phrases
    let invitation = phrases.brief(seats: seats, minutes: minutes)
    let question = Prose.line(question).map(phrases.briefQuestion)
    let own = Prose.sentence(sentence)
    let choices = [[invitation, own, question], [invitation, question], [invitation, own], [invitation]]
    let letters = choices.map { letter($0, phrases) }
    return letters.first { $0.count <= limit } ?? letters[letters.count - 1]
  }

  private func letter(_ sentences: [String?], _ phrases: any LetterPhrases) -> String {
    phrases.salutation(recipient) + "\n" + Prose.paragraph(sentences + [phrases.briefPage]) + " " + personalLink
  }
}
