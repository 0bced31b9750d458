import Core
import Formats
import Foundation
import House
import Records

/// A party as an entry for one guest's calendar.
package struct PartyEntry {
  package let services: Services
  package let party: Party
  package let host: Host
  /// A guest of honour's entry covers only their slot, under a UID of its own; nil for everybody else.
  package var honour: Honour?

  package init(services: Services, party: Party, host: Host, honour: Honour? = nil) {
    self.services = services
    self.party = party
    self.host = host.signing(party)
    self.honour = honour
  }

  /// For the outbox: the personal link is a placeholder, filled in when the mail leaves (`CalendarLines`).
  func mailed(_ method: CalendarEntry.Method, sequence: Int, to guest: KnownGuest) throws -> String {
    try entry(method, sequence: sequence, guest: guest, link: GuestLinks.personalPlaceholder).text()
  }

  /// For the file on the personal page.
  /// - Parameter sequence: at least that of the entry the guest was sent.
  package func published(for guest: KnownGuest, sequence: Int, link: String) throws -> String {
    try entry(.publish, sequence: sequence, guest: guest, link: link).text()
  }

  private func entry(
    _ method: CalendarEntry.Method, sequence: Int, guest: KnownGuest, link: String
  ) throws -> CalendarEntry {
    guard let start = honour.map({ $0.slot(at: party.start)?.startsAt.date }) ?? party.start else {
      throw AppError.notFound
    }
    let language = guest.form(at: party).language
    let t = services.phrases(language, zones: [party.zone])
    let isComing = guest.guest.invitation.state == .accepted
    return CalendarEntry(
      method: method, uid: honour?.guest.description ?? party.revision.uid, sequence: sequence,
      stamp: services.now(), start: start, minutes: honour?.minutes ?? party.minutes,
      zone: services.zones[party.zone].calendar(around: start),
      summary: t("calendar.summary", ["topic": party.substance.topic, "host": host.name]),
      description: t("calendar.description", ["question": party.substance.question, "link": link]), location: link,
      url: link, organiser: organiser(method, of: guest.guest.id),
      attendee: method == .publish ? nil : Correspondent(name: guest.name, address: guest.email).inASCII,
      attendeeHasAccepted: isComing, status: isComing ? .confirmed : .tentative, alarmMinutes: 15,
      language: language.rawValue)
  }

  /// Answers of calendar programs go to the organiser alone: to the program, which recognises the guest by the address.
  /// Without an address for replies they go to the host.
  private func organiser(_ method: CalendarEntry.Method, of guest: GuestID) -> Correspondent {
    guard let replies = services.replyAddress else {
      return Correspondent(name: host.name, address: host.email).inASCII
    }
    let address = method == .publish ? replies.address(of: guest) : ReplyAddress.placeholder
    return Correspondent(name: host.name, address: address)
  }
}
