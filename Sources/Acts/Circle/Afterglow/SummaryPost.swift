import Core
import Database
import Formats
import House
import Records

/// Mails after the evening: to those who were there, those who wanted to come, and those who promised something.
struct SummaryPost {
  let services: Services
  let connection: any Connection
  let party: Party
  let host: Host

  /// Sends it to guests who answered yes or perhaps, or came anyway; to nobody who was removed.
  func send(to guest: KnownGuest) throws {
    let standing = try GuestStandingStore(connection: connection).standing(of: guest.guest.id, at: party.id)
    let isMissed = standing.place == .missed && [.accepted, .tentative].contains(guest.guest.invitation.state)
    guard standing.may(.keepsakes) || isMissed else { return }
    let store = KeepsakeStore(services: services, connection: connection, party: party)
    let met = try store.keepsakes(of: guest.guest.id).met.map(\.name).filter(PlainName.isPlain).prefix(3)
    try post(.summary(try facts(guest), met: Array(met), wasThere: !isMissed), .summary, "summary", guest)
  }

  func remind(of promise: AfterglowStore.OpenPromise) throws {
    guard let id = GuestID(promise.maker.rawValue) else { return }
    let guest = try GuestStore(connection: connection).guest(id, of: party.id)
    let letter = Letter.promiseReminder(
      try facts(guest), promise: promise.text, to: promise.recipients.filter(PlainName.isPlain))
    try post(letter, .promise, "promise:\(promise.number)", guest)
  }

  func facts(_ guest: KnownGuest) throws -> LetterFacts {
    try LetterComposition(services: services).facts(for: guest, party: party, host: host, connection: connection)
  }

  func post(_ letter: Letter, _ kind: OutgoingMail.Kind, _ what: String, _ guest: KnownGuest) throws {
    guard guest.guest.removedAt == nil, Correspondent(address: guest.email).hasUsableAddress else { return }
    let postbox = Postbox(services: services)
    try postbox.post(
      postbox.mail(
        letter, kind: kind, key: "\(what):\(guest.guest.id)", guest: guest, party: party, host: host),
      connection)
  }
}
