import Core
import Database
import Foundation
import House
import Records

/// Assembles the host's view of their guest of honour.
package struct HonourViewStore {
  package let services: Services
  package let connection: any Connection

  package init(services: Services, connection: any Connection) {
    self.services = services
    self.connection = connection
  }

  /// - Throws: `AppError.notFound` if the host has no such party. - Returns: nil if it belongs to no circle.
  package func view(of id: PartyID, host: Host, search: String = "") throws -> HonourView? {
    let (party, held) = try HeldActStore(connection: connection).party(id, of: host.id)
    guard let circle = try CircleStore(connection: connection).circle(of: id) else { return nil }
    let history = try CircleMemberStore(connection: connection, circle: circle.id).history()
    return HonourView(
      party: party, circle: KnownCircle(id: circle.id, name: circle.name),
      readiness: HonourReadiness(history, needed: circle.eveningsToHonour), seat: try seat(party, host),
      questions: try questions(of: id), found: try found(search, host.id), search: search,
      hasServer: services.settings.smtp != nil,
      held: held, barrier: services.linkBarrier,
      now: services.now())
  }

  private func seat(_ party: Party, _ host: Host) throws -> HonourView.Seat? {
    guard let honour = try HonourStore(connection: connection).honour(of: party.id) else { return nil }
    let person = try GuestStore(connection: connection).guest(honour.guest, of: party.id)
    var seat = HonourView.Seat(
      honour: honour, person: person, letter: try letter(to: person, party, host),
      isHandedOver: try OutboxStore(connection: connection).handedOver(of: party.id).contains(honour.guest),
      proposedThanks: try proposedThanks(honour, person, party, host))
    guard !seat.isWritten, seat.letter != nil else { return seat }
    seat.composed = try LetterComposition(services: services).honourSentences(
      for: person, party: party, host: host, connection: connection)
    seat.edits = try HonourStore(connection: connection).letterEdits(of: honour.guest)
    return seat
  }

  /// As written; before that, as it would leave now.
  private func letter(to person: KnownGuest, _ party: Party, _ host: Host) throws -> Letter? {
    let links = services.links(for: person.guest)
    let sent = try OutboxStore(connection: connection).mails(to: person.guest.id).last { $0.kind == .letter }
    if let sent { return links.fill(Letter(subject: sent.subject, sentText: sent.text)) }
    guard party.substance.isComplete, !host.name.isEmpty else { return nil }
    return links.fill(
      try LetterComposition(services: services).invitation(
        for: person, party: party, host: host, connection: connection))
  }

  /// Includes what the circle took from the evening: the host's sentence, and the things guests chose to share.
  private func proposedThanks(_ honour: Honour, _ person: KnownGuest, _ party: Party, _ host: Host) throws -> String {
    guard party.isOver else { return "" }
    let facts = try LetterComposition(services: services).facts(
      for: person, party: party, host: host, connection: connection)
    let outcome = try CircleStore(connection: connection).outcome(of: party.id)
    let shared = try SharedLines(connection: connection).lines(of: party.id)
    let taken = ([outcome] + shared.prefix(2)).filter { !$0.isEmpty }
    return Letter.proposedThanks(facts, minutes: honour.minutes, taken: taken)
  }

  private func questions(of party: PartyID) throws -> [HonourView.Question] {
    let store = HonourQuestionStore(connection: connection)
    let authors = try store.authors(of: party)
    let guests = try GuestStore(connection: connection).everybody(of: party)
    return try store.questions(of: party).map { question in
      let author = authors[question.id].flatMap { id in guests.first { $0.guest.id == id }?.name }
      return HonourView.Question(question: question, author: author)
    }
  }

  private func found(_ words: String, _ host: HostID) throws -> [Person] {
    guard !words.isEmpty else { return [] }
    let book = AddressBookStore(connection: connection)
    return Array(try book.page(1, of: PeopleQuery(words: words), of: host).people.prefix(8))
  }
}
