import Core
import Foundation
import House
import Records

/// A guest's input in the forms of the personal page, before it is checked.
package struct PersonalEntries: Sendable, Equatable {
  package var word: String
  package var wishes: String
  package var brings: String
  package var arrives: String
  package var leaves: String
  package var card: Guest.Card

  /// As stored, or as the address book has it.
  package init(_ view: PersonalView) { self.init(view.guest, card: view.card) }

  package init(_ guest: Guest, card: Guest.Card) {
    word = guest.invitation.word ?? ""
    (wishes, brings) = (guest.wishes, guest.brings)
    (arrives, leaves) = (guest.arrives, guest.leaves)
    self.card = card
  }

  /// The form's fields and nothing else.
  package init(_ form: Form) {
    (word, wishes, brings, arrives, leaves, card) = ("", "", "", "", "", Guest.Card())
    take(form)
  }

  package static let longestWord = 500
  package static let longestWish = 1000
  package static let longestLine = 200

  /// Takes over the form's fields. A field it doesn't have stays unchanged.
  package mutating func take(_ form: Form) {
    let fields: [(String, WritableKeyPath<PersonalEntries, String>)] = [
      ("word", \.word), ("wishes", \.wishes), ("brings", \.brings), ("arrives", \.arrives), ("leaves", \.leaves),
      ("name", \.card.name), ("line", \.card.line), ("email", \.card.email), ("phone", \.card.phone),
      ("web", \.card.web),
    ]
    for (name, path) in fields where form.has(name) { self[keyPath: path] = form.text(name) }
    arrives = LocalTime.clockText(typed: arrives) ?? arrives
    leaves = LocalTime.clockText(typed: leaves) ?? leaves
    if !card.web.isEmpty, !card.web.contains("://") { card.web = "https://" + card.web }
  }

  package var errors: FieldErrors {
    var errors = FieldErrors()
    let lengths = [
      ("word", word, Self.longestWord), ("wishes", wishes, Self.longestWish), ("brings", brings, Self.longestWish),
      ("name", card.name, Self.longestLine), ("line", card.line, Self.longestLine),
      ("phone", card.phone, Self.longestLine), ("web", card.web, Self.longestLine),
    ]
    for (name, text, limit) in lengths where text.length > limit {
      errors[name] = Message("guests.error.tooLong", ["limit": String(limit)])
    }
    if !PlainName.isPlain(card.name) { errors["name"] = Message("error.name.plain") }
    for (name, text) in [("arrives", arrives), ("leaves", leaves)] where !Self.isClock(text) {
      errors[name] = Message("guests.error.clock")
    }
    if !card.email.isEmpty, !MailAddress.isValid(card.email) { errors["email"] = Message("guests.error.email") }
    if !card.web.isEmpty, !Self.isWebAddress(card.web) { errors["web"] = Message("guests.error.web") }
    return errors
  }

  /// Empty, or `18:45`.
  private static func isClock(_ text: String) -> Bool {
    text.isEmpty || LocalTime.isClock(text)
  }

  /// Only web addresses become links for the others: no script, no file.
  private static func isWebAddress(_ text: String) -> Bool {
    guard let url = URL(string: text), let host = url.host() else { return false }
    return ["http", "https"].contains(url.scheme?.lowercased()) && host.contains(".")
  }
}
