import Core
import Foundation

extension Party {
  /// Stage, date and calendar entry as the rules see them: a date exists once it is confirmed.
  package var state: PartyState {
    let date = confirmedAt == nil ? nil : start.map { LocalTime($0, in: timeZone) }
    return PartyState(stage: stage, date: date, revision: revision)
  }

  /// Takes one step in the party's life. A refused step changes nothing.
  /// - Returns: what is to be done because of it.
  package mutating func apply(_ event: PartyEvent, at now: Date) throws(PartyRefusal) -> [PartyEffect] {
    var next = state
    let effects = try next.apply(event, at: now)
    if let date = next.date, date != state.date {
      (start, zone, confirmedAt) = (date.instant, date.zone.identifier, confirmedAt ?? now)
    }
    (stage, revision) = (next.stage, next.revision)
    return effects
  }
}
