import Core
import Database
import Foundation
import House
import Records

/// Assembles the content of a personal page.
package struct PersonalStore {
  package let services: Services
  package let connection: any Connection

  package init(services: Services, connection: any Connection) {
    self.services = services
    self.connection = connection
  }

  /// - Throws: `AppError.notFound` if the link was replaced in the meantime.
  package func view(of guest: GuestID, party id: PartyID, token: Token) throws -> PersonalView {
    let party = try PartyStore(connection: connection).party(id)
    let person = try GuestStore(connection: connection).guest(guest, of: id)
    guard let host = try HostStore(connection: connection).host(party.host) else { throw AppError.notFound }
    let standing = try GuestStandingStore(connection: connection).standing(of: guest, at: id)
    let events = try GuestEventStore(connection: connection).events(of: guest)
    let moved = events.last { $0.kind == GuestEvent.moved }.flatMap { GuestEvent.time($0.detail) }
    var view = PersonalView(
      token: token, links: services.links(for: person.guest), party: party, person: person,
      host: host.signing(party), standing: standing, letter: try letter(of: person, party, host),
      slots: try openSlots(of: party),
      votes: try VoteStore(connection: connection).votes(by: guest),
      origin: try PeopleListStore(connection: connection).origin(
        of: person.guest.person, preferring: party.occasion),
      movedFrom: moved, hasSavedCard: events.contains { $0.kind == GuestEvent.card }, now: services.now(),
      keepsakes: try keepsakes(of: guest, party, standing),
      visit: try HonourVisitStore(connection: connection).visit(of: guest, party, host),
      questions: try QuestionsView(person, party, now: services.now(), connection))
    if view.hasPoll { view.hasVotesByHost = try VoteStore(connection: connection).hasVotesByHost(guest) }
    if view.hasDoor { view.lineTest = try LineTestStore(connection: connection).result(of: guest) }
    if standing.seesCompany {
      let (company, own) = try CompanyStore(connection: connection).company(of: id, besides: guest)
      view.company = company
      view.shown = own
    }
    if standing.may(.circle), standing.stage.takesAnswers, standing.membership == .current {
      view.membership = try CircleStore(connection: connection).membership(of: person.guest.person, at: id)
    }
    return view
  }

  private func keepsakes(of guest: GuestID, _ party: Party, _ standing: GuestStanding) throws -> Keepsakes? {
    guard standing.may(.erase) else { return nil }
    return try KeepsakeStore(services: services, connection: connection, party: party).keepsakes(of: guest)
  }

  private func openSlots(of party: Party) throws -> [Slot] {
    guard party.dateKind == .poll, party.confirmedAt == nil else { return [] }
    return try SlotStore(connection: connection).slots(of: party).filter { $0.start > services.now() }
  }

  /// As it was sent; for somebody who got their link some other way, as it would be sent.
  private func letter(of person: KnownGuest, _ party: Party, _ host: Host) throws -> Letter? {
    if let sent = try OutboxStore(connection: connection).letter(to: person.guest.id) {
      return Letter(subject: sent.subject, sentText: sent.text)
    }
    do {
      return try LetterComposition(services: services).invitation(
        for: person, party: party, host: host, connection: connection)
    } catch is AppError {
      return nil
    }
  }
}
