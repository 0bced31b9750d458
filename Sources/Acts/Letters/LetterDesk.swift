import Core
import Database
import Foundation
import House
import Records

/// A guest's letter on the host's desk: as it would leave now, with the parts the host has reworded.
package struct DeskLetter: Sendable {
  package let known: KnownGuest
  /// As it would be sent, links and all.
  package let letter: Letter
  /// As composed, without the host's changes.
  package let composed: LetterProposal
  package let hasObjected: Bool
  /// Guests whose letters say the same.
  package var alike: [String] = []

  package init(known: KnownGuest, letter: Letter, composed: LetterProposal, hasObjected: Bool, alike: [String] = []) {
    self.known = known
    self.letter = letter
    self.composed = composed
    self.hasObjected = hasObjected
    self.alike = alike
  }

  package var guest: Guest { known.guest }

  /// The reason as the letter gives it; empty if there is none.
  package var reason: String { Self.chosen(guest.letter.reason, or: composed.reason) }

  package var sentence: String { guest.letter.ownSentence ?? "" }

  package var state: State {
    if guest.wasWrittenTo { return .written }
    if sentence.isEmpty { return .missing }
    return alike.isEmpty ? .ready : .alike
  }

  package enum State: String, CaseIterable {
    case ready, missing, alike, written
  }

  package static func chosen(_ edit: String?, or composed: String) -> String {
    edit.flatMap { $0.isEmpty ? nil : $0 } ?? composed
  }
}

/// The program's proposal for the parts a host may reword.
package struct LetterProposal: Sendable {
  package var salutation = ""
  package var subject = ""
  package var opening = ""
  package var reason = ""

  package init(_ facts: LetterFacts) {
    var facts = facts
    facts.recipient.salutation = nil
    subject = Letter.proposedSubject(facts)
    opening = Letter.proposedOpening(facts)
    reason = ReasonSentence.compose(talks: facts.talks, shared: facts.sharedTopics, form: facts.form) ?? ""
    let greeting = Letter.invitation(facts).blocks.first?.text ?? ""
    salutation = greeting.hasSuffix(",") ? String(greeting.dropLast()) : greeting
  }
}

/// Reads the letters of a party.
package struct LetterDesk {
  package let services: Services
  package let connection: any Connection

  package init(services: Services, connection: any Connection) {
    self.services = services
    self.connection = connection
  }

  /// For everybody at the table and the reserves, in the order in which they are written to.
  /// - Throws: `AppError.conflict` until the substance is complete.
  package func letters(_ facts: PartyFacts, host: Host) throws -> [DeskLetter] {
    let letters = try facts.onDesk.map { try letter($0, facts, host: host) }
    return Self.flagged(letters)
  }

  package func letter(_ known: KnownGuest, _ facts: PartyFacts, host: Host) throws -> DeskLetter {
    let composition = LetterComposition(services: services)
    let letterFacts = try composition.facts(for: known, party: facts.party, host: host, connection: connection)
    let letter = Letter.invitation(letterFacts, edits: known.guest.letter)
    return DeskLetter(
      known: known, letter: services.links(for: known.guest).fill(letter), composed: LetterProposal(letterFacts),
      hasObjected: facts.objected.contains(known.guest.id))
  }

  private static func flagged(_ letters: [DeskLetter]) -> [DeskLetter] {
    let entries = letters.map {
      LetterLikeness.Entry(
        id: $0.guest.id, letter: $0.letter, recipient: Recipient(name: $0.known.name), address: $0.known.email)
    }
    var alike: [GuestID: [GuestID]] = [:]
    for group in LetterLikeness.groups(entries) {
      for guest in group { alike[guest] = group.filter { $0 != guest } }
    }
    let names = Dictionary(uniqueKeysWithValues: letters.map { ($0.guest.id, $0.known.name) })
    return letters.map { letter in
      var letter = letter
      letter.alike = (alike[letter.guest.id] ?? []).compactMap { names[$0] }
      return letter
    }
  }
}
