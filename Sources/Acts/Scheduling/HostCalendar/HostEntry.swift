import Core
import Formats
import Foundation
import House
import Records

/// A party as an entry in its host's own calendar. It names no guest, since calendars are shared with offices and
/// families.
package struct HostEntry {
  package let services: Services
  package let party: Party
  package let host: Host
  /// Guests who have said yes.
  package let coming: Int

  package init(services: Services, party: Party, host: Host, coming: Int) {
    self.services = services
    self.party = party
    self.host = host
    self.coming = coming
  }

  /// - Parameter stamp: the time at which its content last changed.
  /// - Throws: `AppError.notFound` for a party without a date.
  package func entry(
    _ method: CalendarEntry.Method, sequence: Int, stamp: Date, at start: Date? = nil
  ) throws -> CalendarEntry {
    guard let start = start ?? party.start else { throw AppError.notFound }
    let t = services.phrases(host.language, zones: [host.zone])
    let link = services.settings.publicURL.absoluteString + Path.party(party.id).text
    let own = Correspondent(name: host.name, address: host.email).inASCII
    return CalendarEntry(
      method: method, uid: "host-" + party.revision.uid, sequence: sequence, stamp: stamp, created: party.createdAt,
      start: start, minutes: party.minutes, zone: services.zones[party.zone].calendar(around: start),
      summary: t("calendar.host.summary", ["title": title]),
      description: [
        party.substance.question, t.count("calendar.host.coming", coming, ["seats": t.number(party.seats)]), link,
      ]
      .filter { !$0.isEmpty }.joined(separator: "\n"),
      location: link, url: link, organiser: method == .publish ? own : organiser,
      attendee: method == .publish ? nil : own,
      attendeeHasAccepted: true, status: status, alarmMinutes: 15, language: host.language.rawValue)
  }

  /// The topic, by which guests know the evening; as long as there is none, the host's title.
  private var title: String { party.substance.topic.isEmpty ? party.title : party.substance.topic }

  /// Calendars accept an entry automatically only if its organiser isn't its owner.
  private var organiser: Correspondent {
    Correspondent(name: "", address: services.settings.mailFrom).inASCII
  }

  private var status: CalendarEntry.Status {
    if party.stage == .cancelled { return .cancelled }
    return party.confirmedAt == nil ? .tentative : .confirmed
  }
}
