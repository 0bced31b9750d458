import Core
import Formats
import Foundation
import House
import Records

/// The secret address of a host's calendar.
package struct CalendarFeedAddress: Sendable {
  package let token: Token
  package let address: String
}

extension Services {
  package func calendarFeed(of host: HostID, number: Int) -> CalendarFeedAddress {
    let token = secret.token(.calendarFeed, host.description, number: number)
    return CalendarFeedAddress(
      token: token, address: settings.publicURL.absoluteString + Path.calendarFeed(token).text)
  }

  /// All parties of a host that have a date.
  package func calendarFeed(of host: Host, _ parties: [CalendarFeedStore.DatedParty]) throws -> CalendarFeed {
    let entries = try parties.map { dated in
      try HostEntry(services: self, party: dated.party, host: host, coming: dated.coming)
        .entry(.publish, sequence: dated.party.revision.sequence, stamp: dated.changedAt)
    }
    return CalendarFeed(name: phrases(host.language)("calendar.feed.name"), entries: entries)
  }
}
