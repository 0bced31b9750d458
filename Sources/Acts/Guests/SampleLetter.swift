import Core
import Foundation
import House
import Records

extension GuestLinks {
  package static func sample(_ guest: GuestID) -> GuestLinks {
    let token = Token(bytes: Array(repeating: 7, count: 16))
    return GuestLinks(
      personal: .personal(token), objection: .objection(guest, token), site: "https://treffen.example.org")
  }
}

extension Letter {
  /// As returned from the outbox.
  package static func sample(_ party: Party) -> Letter {
    Letter(
      subject: "Eine Stunde über \(party.substance.topic)",
      sentText: """
        Sehr geehrte Frau Dr. Brandis,

        wir hätten uns im September beim Coachingkongress in Erfurt treffen
        sollen, der dann abgesagt wurde.

            \(party.substance.question)

        Ob Sie kommen, sagen Sie mir bitte hier:
        https://links.invalid/personal

        Herzliche Grüße
        Miriam Sander

        Ihre Adresse habe ich aus dem Programm. Wenn Sie keine Post mehr wünschen:
        https://links.invalid/objection
        """)
  }
}
