import Core
import Database
import Foundation
import House
import Records

/// Tells hosts that their poll is ripe: everybody has voted, or the deadline has passed. The background work looks now
/// and then.
package struct PollWatch {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  /// Looks at every open poll, inside a write. The fact that the host was told is stored together with the mail.
  /// - Returns: the number of hosts told.
  @discardableResult
  package func look(_ connection: any Connection) throws -> Int {
    try WatchedPartyStore(connection: connection).polls().count { try tell($0, connection) }
  }

  private func tell(_ party: Party, _ connection: any Connection) throws -> Bool {
    let (now, poll) = (services.now(), try DatePoll(party, connection: connection))
    guard PollNotice.message(for: poll, toldAt: party.pollNoticedAt, now: now) != nil,
      let host = try HostStore(connection: connection).host(party.host)
    else { return false }
    var party = party
    party.pollNoticedAt = now
    try PartyStore(connection: connection).update(party, at: now)
    let key = NewsKey.poll.key("\(party.id):\(GuestEvent.timeDetail(now))")
    try HostNewsPost(services: services, connection: connection)
      .tell(party, host: host, key: key) { notice(party, poll, $0) }
    return true
  }

  private func notice(_ party: Party, _ poll: DatePoll, _ host: Host) -> HostNotice {
    let t = services.phrases(host.language, zones: [party.zone])
    let recommendation = Recommendation(poll, now: services.now())
    func reason(_ slot: RankedSlot?) -> String? { slot?.reasons.map { t($0) }.joined(separator: " ") }
    guard let best = recommendation.best else { return .noDateFits(reason: reason(recommendation.ranked.first)) }
    return .recommendation(
      date: "\(t.dayAndClock(best.slot.start)) (\(t.zoneName))", reason: reason(best),
      deadlinePassed: !poll.everybodyHasVoted)
  }
}
