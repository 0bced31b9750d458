import Acts
import Core
import Formats
import Foundation
import House
import Hummingbird
import NIOCore
import Records
import Site

/// The evening's aftermath, behind a guest's one link.
package struct KeepsakeRoutes {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  @Sendable package func vote(_ request: Request, _ context: GuestMay<Right.Ballot>) async throws -> Response {
    let ballot = try BallotEntry.ballot(try await Form(request, limit: 1 << 16))
    let isTaken = try await services.write { [services] connection in
      let person = try GuestVisit(services: services, connection: connection).person(context)
      return try BallotStore(connection: connection).take(ballot, of: person.guest.participant, at: context.party)
    }
    guard isTaken else { throw AppError.conflict(Message("ballot.closed")) }
    return .redirect(to: Path.personal(context.token).query([("saved", "ballot")]))
  }

  @Sendable package func keepPromise(_ request: Request, _ context: GuestMay<Right.Keepsakes>) async throws -> Response
  {
    let isKept = try await Form(request, limit: 1 << 12).text("kept") == "1"
    guard let number = context.parameters.get("number", as: Int.self) else { throw AppError.notFound }
    return try await change(context, saved: "promise") { store, now in
      try store.setKept(number, isKept: isKept, by: context.link.participant, at: now)
    }
  }

  @Sendable package func shareCoaster(_ request: Request, _ context: GuestMay<Right.Keepsakes>) async throws -> Response
  {
    let isShared = try await Form(request, limit: 1 << 12).text("shared") == "1"
    guard let table = context.parameters.get("table") else { throw AppError.notFound }
    return try await change(context, saved: "coaster") { store, now in
      try store.share(TableID(rawValue: String(table)), isShared: isShared, by: context.link.participant, at: now)
    }
  }

  /// The cards of people who gave theirs.
  @Sendable package func cards(_ request: Request, _ context: GuestMay<Right.Keepsakes>) async throws -> Response {
    let cards = try await keepsakes(context).cards
    var writer = VCardWriter()
    for (place, card) in cards.enumerated() {
      writer.append(
        ListedPerson(name: card.name, email: card.email, role: card.line, line: place + 1), phone: card.phone,
        web: card.web,
        uid: "\(context.party):\(card.person.rawValue)")
    }
    return download(writer.data, name: "cards.vcf", type: "text/vcard; charset=utf-8")
  }

  /// Everything the page shows, as a text to keep.
  @Sendable package func takeAway(_ request: Request, _ context: GuestMay<Right.TakeAway>) async throws -> Response {
    let keepsakes = try await keepsakes(context)
    let text = KeepsakeText(keepsakes: keepsakes).text(services.phrases(context.link.visit.language))
    return download(Data(text.utf8), name: "evening.txt", type: "text/plain; charset=utf-8")
  }

  private func keepsakes(_ context: Entitled<GuestContext, some NamedRight>) async throws -> Keepsakes {
    try await services.read { [services] connection in
      let visit = GuestVisit(services: services, connection: connection)
      let (person, party) = (try visit.person(context), try visit.party(context))
      return try KeepsakeStore(services: services, connection: connection, party: party)
        .keepsakes(of: person.guest.id)
    }
  }

  private func change(
    _ context: GuestMay<Right.Keepsakes>, saved: String,
    _ step: @escaping @Sendable (KeepsakeStore, Moment) throws -> Bool
  ) async throws -> Response {
    let isDone = try await services.write { [services] connection in
      let visit = GuestVisit(services: services, connection: connection)
      _ = try visit.person(context)
      return try step(
        KeepsakeStore(services: services, connection: connection, party: try visit.party(context)),
        Moment(services.now()))
    }
    guard isDone else { throw AppError.notFound }
    return .redirect(to: Path.personal(context.token).query([("saved", saved)]))
  }

  private func download(_ data: Data, name: String, type: String) -> Response {
    .file(name: name, type: type) { writer in try await writer.write(ByteBuffer(bytes: data)) }
  }
}

extension GuestContext {
  /// Their identity on the floor.
  var participant: ParticipantID { ParticipantID(guest.description) }
}
