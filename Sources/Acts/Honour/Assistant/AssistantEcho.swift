import Core
import Database
import Foundation
import House
import Records

/// Tells somebody who answers for a guest of honour what they are asked to do, and by which link.
struct AssistantLetter {
  let services: Services
  let connection: any Connection
  let party: Party
  let host: Host

  /// - Parameter key: the same is written once.
  func write(to assistant: Honour.Assistant, for person: KnownGuest, key: String) throws {
    let composition = LetterComposition(services: services)
    let facts = try composition.facts(for: person, party: party, host: host, connection: connection)
    let start = party.isDateKnown ? person.guest.start(at: party) : nil
    let letter = Letter.assistant(
      facts, name: assistant.name, of: person.name, date: start.map { composition.words($0, for: person, party) },
      link: GuestLinks.assistantPlaceholder)
    let postbox = Postbox(services: services)
    var mail = postbox.mail(letter, kind: .assistant, key: key, guest: person, party: party, host: host)
    (mail.recipientName, mail.recipient) = (assistant.name, assistant.email)
    try postbox.post(mail, connection)
  }
}

/// The mail to an assistant when the guest of honour answers in person: that they won't come, or that they come after
/// all. A budget bounds it, however often the guest changes their mind.
struct AssistantEcho {
  let services: Services
  let connection: any Connection
  let party: Party
  let host: Host

  /// - Parameter before: as the guest stood before the answer.
  func write(for person: KnownGuest, before: Guest) throws {
    guard let assistant = person.guest.honour?.assistant, let word = news(of: person.guest, before),
      try written(about: person.guest.id) < MailBudget.perHonoured
    else { return }
    let key = "assistant-\(word.rawValue):\(person.guest.id):\(GuestEvent.timeDetail(services.now()))"
    switch word {
    case .declined:
      try AssistantFarewell(services: services, connection: connection, party: party, host: host)
        .write(for: person, key: key)
    case .comes:
      try OutboxQueue(connection: connection).stopAll(
        to: person.guest.id, kinds: [.assistantCancellation], MailProblem("outbox.problem.superseded"))
      try AssistantLetter(services: services, connection: connection, party: party, host: host)
        .write(to: assistant, for: person, key: key)
    }
  }

  private enum Word: String { case declined, comes }

  private func news(of guest: Guest, _ before: Guest) -> Word? {
    if guest.invitation.state == .declined, before.invitation.state != .declined { return .declined }
    return guest.isExpected && before.invitation.state == .declined ? .comes : nil
  }

  private func written(about guest: GuestID) throws -> Int {
    try MailBudgetStore(connection: connection).count(
      [.assistant, .assistantCancellation], of: guest, since: services.now().addingTimeInterval(-86_400))
  }
}
