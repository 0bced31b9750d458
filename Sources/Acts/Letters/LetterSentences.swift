import Core
import Database
import Foundation
import House
import Records

/// The host's own sentences for several letters, as sent by a form: `sentence.<guest>`. Missing ones stay unchanged.
package struct LetterSentences: Sendable {
  package let typed: [GuestID: String]

  package static let longest = LetterEntry.limits["sentence", default: 0]

  package init(_ form: Form) {
    let fields = form.suffixes(of: "sentence.").compactMap { id, text in GuestID(id).map { ($0, text) } }
    typed = Dictionary(fields) { first, _ in first }
  }

  /// The sentences that can't be accepted, as typed.
  package var tooLong: [GuestID: String] { typed.filter { $0.value.length > Self.longest } }

  /// Stores the ones that are short enough. A letter that has left can't change any more.
  package func store(for party: Party, at now: Date, _ connection: any Connection) throws {
    let store = GuestStore(connection: connection)
    for known in try store.guests(of: party.id) where !known.guest.wasWrittenTo {
      var guest = known.guest
      guard let sentence = typed[guest.id], sentence.length <= Self.longest,
        sentence != guest.letter.ownSentence ?? ""
      else { continue }
      guest.letter.ownSentence = sentence
      try store.update(guest)
    }
    // A sentence is work on the party, so the person it is for is not erased in the meantime.
    try PartyStore(connection: connection).update(party, at: now)
  }
}
