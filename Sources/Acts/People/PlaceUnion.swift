import Core
import Database
import House
import Records

/// Merges the places of two people at parties into one person's.
struct PlaceUnion {
  let connection: any Connection

  /// - Throws: `AppError.conflict` that names the parties at which both places are more than a note.
  func unite(_ first: PersonID, with second: PersonID) throws {
    let common = try obstacles(first, second)
    guard common.isEmpty else {
      throw AppError.conflict(Message("people.merge.bothInvited", ["party": common.joined(separator: ", ")]))
    }
    for (one, other) in try pairs(first, second) {
      switch PlaceMerge.outcome(one.place, other.place) {
      case .first: try fill(one, from: other)
      case .second: try fill(other, from: one)
      case .impossible: break
      }
    }
    try PlaceStore(connection: connection).hand(from: second, to: first)
  }

  /// Titles of the parties at which two answers would have to become one.
  func obstacles(_ first: PersonID, _ second: PersonID) throws -> [String] {
    try pairs(first, second).filter { PlaceMerge.outcome($0.place, $1.place) == .impossible }.map(\.0.title)
  }

  /// Pairs of places at parties where both have one.
  private func pairs(_ first: PersonID, _ second: PersonID) throws -> [(PlaceStore.Held, PlaceStore.Held)] {
    let store = PlaceStore(connection: connection)
    let seconds = Dictionary(try store.places(of: second).map { ($0.party, $0) }, uniquingKeysWith: { one, _ in one })
    return try store.places(of: first).compactMap { held in seconds[held.party].map { (held, $0) } }
  }

  /// The host's notes for the dissolved place stay if the other has none; marks are united.
  private func fill(_ kept: PlaceStore.Held, from dissolved: PlaceStore.Held) throws {
    let store = GuestStore(connection: connection)
    var guest = try store.guest(kept.id, of: kept.party).guest
    let other = try store.guest(dissolved.id, of: dissolved.party).guest
    guest.isMustHave = guest.isMustHave || other.isMustHave
    guest.isPinned = guest.isPinned || other.isPinned && guest.standing == .chosen
    guest.letter = guest.letter.filled(from: other.letter)
    if guest.salutation.isEmpty { guest.salutation = other.salutation }
    guest.letterForm = guest.letterForm ?? other.letterForm
    try store.delete(dissolved.id, of: dissolved.party)
    try store.update(guest)
  }
}

extension LetterEdits {
  fileprivate func filled(from other: LetterEdits) -> LetterEdits {
    func first(_ one: String?, _ other: String?) -> String? { one.flatMap { $0.isEmpty ? nil : $0 } ?? other }
    return LetterEdits(
      subject: first(subject, other.subject), opening: first(opening, other.opening),
      reason: first(reason, other.reason), ownSentence: first(ownSentence, other.ownSentence))
  }
}
