import Foundation

extension Party {
  /// Stage, date and calendar entry as the rules see them: a date exists once it is confirmed.
  package var state: PartyState {
    let date = confirmedAt == nil ? nil : start.map { PartyDate($0, zone: zone) }
    return PartyState(stage: stage, date: date, revision: revision, isMissed: isMissed)
  }

  /// Takes one step in the party's life. A refused step changes nothing.
  package mutating func apply(_ event: PartyEvent, at now: Date) throws(PartyRefusal) {
    let before = state
    var next = before
    try next.apply(event, at: now)
    if let date = next.date, date != before.date {
      (start, zone, confirmedAt) = (date.instant, date.zone, confirmedAt ?? now)
    }
    if case .setAnew(let date) = event { (start, zone) = (date.instant, date.zone) }
    (stage, revision, isMissed) = (next.stage, next.revision, next.isMissed)
  }
}
