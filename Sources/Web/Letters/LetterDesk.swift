import Core
import Database
import Foundation

/// A guest's letter on the host's desk: as it would leave now, and what of it the host has said in other words.
struct DeskLetter: Sendable {
  let known: KnownGuest
  /// As it would be sent, links and all.
  let letter: Letter
  /// As composed, without the host's changes.
  let composed: LetterProposal
  let hasObjected: Bool
  /// Guests whose letters say the same.
  var alike: [String] = []

  var guest: Guest { known.guest }

  /// The reason as the letter gives it; empty when there is none.
  var reason: String { Self.chosen(guest.letter.reason, or: composed.reason) }

  var sentence: String { guest.letter.ownSentence ?? "" }

  var state: State {
    if guest.wasWrittenTo { return .written }
    if sentence.isEmpty { return .missing }
    return alike.isEmpty ? .ready : .alike
  }

  enum State: String, CaseIterable {
    case ready, missing, alike, written
  }

  static func chosen(_ edit: String?, or composed: String) -> String {
    edit.flatMap { $0.isEmpty ? nil : $0 } ?? composed
  }
}

/// What the program proposes for the parts that a host may say in other words.
struct LetterProposal: Sendable {
  var salutation = ""
  var subject = ""
  var opening = ""
  var reason = ""

  init(_ facts: LetterFacts) {
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
struct LetterDesk {
  let services: Services
  let connection: any Connection

  /// Of everybody at the table and of the reserves, in the order in which they are written to.
  /// - Throws: `AppError.conflict` before the substance is complete.
  func letters(_ facts: PartyFacts, host: Host) throws -> [DeskLetter] {
    let letters = try facts.onDesk.map { try letter($0, facts, host: host) }
    return Self.flagged(letters)
  }

  func letter(_ known: KnownGuest, _ facts: PartyFacts, host: Host) throws -> DeskLetter {
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
