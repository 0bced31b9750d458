import Core
import House
import Records

/// A host's input in a letter's form.
package struct LetterEntry: Sendable, Equatable {
  package var salutation = ""
  package var subject = ""
  package var opening = ""
  package var reason = ""
  package var sentence = ""
  /// The form of address for the letter; nil to go by the guest's language and the party.
  package var form: AddressForm?

  package init(_ form: Form) {
    salutation = form.text("salutation")
    subject = form.text("subject")
    opening = form.text("opening")
    reason = form.text("reason")
    sentence = form.text("sentence")
    self.form = AddressForm(rawValue: form.text("form"))
    while salutation.hasSuffix(",") { salutation.removeLast() }
  }

  /// As the letter is now.
  package init(_ letter: DeskLetter) {
    salutation = DeskLetter.chosen(letter.guest.salutation, or: letter.composed.salutation)
    subject = DeskLetter.chosen(letter.guest.letter.subject, or: letter.composed.subject)
    opening = DeskLetter.chosen(letter.guest.letter.opening, or: letter.composed.opening)
    reason = letter.reason
    sentence = letter.sentence
    form = letter.guest.letterForm
  }

  package static let limits = ["salutation": 120, "subject": 120, "opening": 600, "reason": 600, "sentence": 600]

  package var errors: FieldErrors {
    let texts = [
      "salutation": salutation, "subject": subject, "opening": opening, "reason": reason, "sentence": sentence,
    ]
    var errors = FieldErrors()
    for (field, limit) in Self.limits where (texts[field]?.count ?? 0) > limit {
      errors[field] = Message("letters.one.error.long", ["count": "\(limit)"])
    }
    return errors
  }

  /// Keeps only the differences from the proposal; the rest keeps following party and address book.
  package func apply(to guest: inout Guest, composed: LetterProposal) {
    func own(_ text: String, _ proposal: String) -> String { text == proposal ? "" : text }
    guest.letterForm = form
    guest.salutation = own(salutation, composed.salutation)
    guest.letter = LetterEdits(
      subject: own(subject, composed.subject), opening: own(opening, composed.opening),
      reason: own(reason, composed.reason), ownSentence: sentence)
  }
}
