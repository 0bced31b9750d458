/// Cards: one person offers, the other takes, and only then do both have the other's.
extension FloorDraft {
  /// Offers a card to somebody one stands or stood with. If that person is already offering theirs, this takes it.
  mutating func offerCard(_ to: ParticipantID) throws(FloorRefusal) {
    guard floor.isInRoom(to), to != who else { throw .noSuchPerson }
    guard floor.areAtSameTable(who, to) || floor.haveMet(who, to) else { throw .notAtSameTable }
    if floor.card(from: who, to: to) != nil || floor.card(from: to, to: who)?.isTaken == true { return }
    if floor.card(from: to, to: who) != nil { return happen(.cardTaken(from: to, to: who)) }
    happen(.cardOffered(from: who, to: to))
  }

  mutating func withdrawCard(_ to: ParticipantID) throws(FloorRefusal) {
    guard floor.card(from: who, to: to)?.isTaken == false else { throw .noSuchOffer }
    happen(.cardWithdrawn(from: who, to: to))
  }

  mutating func answerCard(_ from: ParticipantID, _ take: Bool) throws(FloorRefusal) {
    guard floor.card(from: from, to: who)?.isTaken == false else { throw .noSuchOffer }
    if take { return happen(.cardTaken(from: from, to: who)) }
    guard !floor.isLaidAside(from: from, to: who) else { return }
    happen(.cardLaidAside(from: from, to: who))
  }
}

extension Floor {
  func card(from: ParticipantID, to: ParticipantID) -> CardOffer? {
    cards.first { $0.from == from && $0.to == to }
  }

  /// A card laid aside stays so all evening: offering it again asks nobody.
  func isLaidAside(from: ParticipantID, to: ParticipantID) -> Bool {
    memory.laidAside.contains(.init(from: from, to: to))
  }
}
