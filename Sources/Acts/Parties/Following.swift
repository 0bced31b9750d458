import Core
import Records

extension PartyFacts {
  /// Where the host goes on once a stop of the journey is done: to what is still missing, in the journey's order; nil once letters
  /// have left, when nothing is prepared any more.
  package var following: Path? {
    guard party.stage == .draft else { return nil }
    if !party.substance.isComplete { return .substance(party.id) }
    return hasDate ? .letters(party.id) : .date(party.id)
  }
}
