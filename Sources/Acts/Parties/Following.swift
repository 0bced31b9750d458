import Core
import Records

extension PartyFacts {
  /// The host's next page once a stop of the journey is done: the first thing still missing in the journey's order; nil
  /// once letters have left, when there is nothing to prepare.
  package var following: Path? {
    guard party.stage == .draft else { return nil }
    if !party.substance.isComplete { return .substance(party.id) }
    return hasDate ? .letters(party.id) : .date(party.id)
  }
}
