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

  /// Something that follows the invitation, to somebody who was invited by such a message.
  package enum Later: Sendable, Hashable, CaseIterable {
    case reminder, date, change, cancellation, withdrawal, admission, news
  }

  /// - Parameters:
  ///   - date: when the guest is expected, in words with the zone; nil where there is no date.
  ///   - answerBy: the day to answer by, in words.
  package func text(_ later: Later, date: String?, answerBy: String? = nil) -> String {
    let phrases = form.phrases
    let said: String =
      switch (later, Prose.phrase(date)) {
      case (.reminder, _): phrases.briefReminder(by: Prose.phrase(answerBy))
      case (.date, let date?): phrases.briefDate(date)
      case (.change, let date?): phrases.briefChange(to: date)
      case (.cancellation, _): phrases.briefCancellation
      case (.withdrawal, _): phrases.briefWithdrawal
      case (.admission, let date): Prose.paragraph([phrases.briefAdmission, date.map { Prose.capitalised($0) + "." }])
      case (.news, _), (.date, nil), (.change, nil): phrases.briefNews
      }
    return phrases.salutation(recipient) + "\n" + Prose.paragraph([said, phrases.briefLater]) + " " + personalLink
  }

  private func letter(_ sentences: [String?], _ phrases: any LetterPhrases) -> String {
    phrases.salutation(recipient) + "\n" + Prose.paragraph(sentences + [phrases.briefPage]) + " " + personalLink
  }
}
