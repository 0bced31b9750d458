import Core
import Database
import Formats
import Foundation
import House
import Records

/// Keeps the entries in hosts' own calendars up to date by mail: whatever changed a date, this notices that the entry
/// is out of date.
package struct HostEntryWatch {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  /// - Returns: the number of entries sent.
  @discardableResult
  package func look(_ connection: any Connection) throws -> Int {
    let store = HostEntryStore(connection: connection)
    var sent = 0
    for (id, host) in try store.outdated(at: services.now()) {
      let party = try PartyStore(connection: connection).party(id)
      guard let host = try HostStore(connection: connection).host(host), host.hasAddress else { continue }
      try send(party, to: host, after: try store.sent(to: host.id, of: id), store)
      sent += 1
    }
    return sent
  }

  /// The party is another host's from now on: it leaves the calendar of the one whose it was, if it stands there and is still to come.
  func leave(_ host: Host, _ party: Party, _ connection: any Connection) throws {
    let store = HostEntryStore(connection: connection)
    guard host.hasAddress, let last = try store.sent(to: host.id, of: party.id), let start = last.start,
      start > services.now()
    else { return }
    try send(party, to: host, after: last, isOff: true, store)
  }

  private func send(_ party: Party, to host: Host, after last: HostEntryStore.Sent?, _ store: HostEntryStore) throws {
    try send(party, to: host, after: last, isOff: party.stage == .cancelled, store)
  }

  private func send(
    _ party: Party, to host: Host, after last: HostEntryStore.Sent?, isOff: Bool, _ store: HostEntryStore
  ) throws {
    guard let start = isOff ? last?.start : party.start else { return }
    let sequence = max(party.revision.sequence, (last?.sequence ?? -1) + 1)
    let entry = HostEntry(services: services, party: party, host: host, coming: try store.coming(to: party.id))
    let method: CalendarEntry.Method = isOff ? .cancel : .request
    let text = try entry.entry(method, sequence: sequence, stamp: services.now(), at: start).text()
    let step: HostNotice.EntryStep = isOff ? .takenBack : last?.start == nil ? .set : .moved
    let postbox = Postbox(services: services)
    var mail = postbox.notice(
      .entry(step), key: "hostEntry:\(party.id):\(host.id):\(sequence)", party: party, host: host)
    (mail.calendar, mail.calendarMethod) = (text, method.rawValue)
    try postbox.post(mail, store.connection)
    let noted = HostEntryStore.Sent(sequence: sequence, start: isOff ? nil : start, minutes: party.minutes)
    try store.note(noted, to: host.id, of: party.id)
  }
}
